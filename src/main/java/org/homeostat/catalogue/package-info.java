/** What the rules say and rest on, as sheets for people and programs. */
package org.homeostat.catalogue;
