/** What was published stays answerable: releases, revisions, waivers. */
@org.jspecify.annotations.NullMarked
package xinglin.app.night.release;
