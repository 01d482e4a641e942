/** Runs cases against what they expect, and says why where they differ. */
package org.homeostat.ruletest;
