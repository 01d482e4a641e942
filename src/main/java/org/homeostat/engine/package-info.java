/** The entry point: a case and a day in, an advisory out. */
package org.homeostat.engine;
