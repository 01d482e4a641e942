/** Cases and advisories as JSON, and the JSON Schemas of both. */
package org.homeostat.casefile;
