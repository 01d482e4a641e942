/** Rule folders: found, linted, compiled, described; and the build step that bundles them. */
package org.homeostat.rulebook;
