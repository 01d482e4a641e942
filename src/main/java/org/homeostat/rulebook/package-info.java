/**
 * Rule folders: DRL and YAML tables found, linted, compiled, described; and the build step that
 * bundles them as classes and one JSON resource.
 */
package org.homeostat.rulebook;
