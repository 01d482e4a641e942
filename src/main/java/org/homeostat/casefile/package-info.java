/** Cases and advisories as JSON, and the JSON SchemaWriter of both. */
package org.homeostat.casefile;
