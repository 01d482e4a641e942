/** What comes out: the advisory, its recommendations, their proofs and evidence. */
package org.homeostat.advice;
