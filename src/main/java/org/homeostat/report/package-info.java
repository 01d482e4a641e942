/** Advisories for people. */
package org.homeostat.report;
