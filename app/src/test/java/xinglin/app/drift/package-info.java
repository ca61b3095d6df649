/** {@code form drift} on files that people send. */
package xinglin.app.drift;
