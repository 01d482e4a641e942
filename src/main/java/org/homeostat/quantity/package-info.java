/** Values with units, conversion by analyte, and formulas. */
package org.homeostat.quantity;
