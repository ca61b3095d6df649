/**
 * What authors of definitions are told: which keys each kind of definition has, as data in {@code
 * schemas/authoring/keys}, and the JSON Schemas made of it for editors.
 */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.authoring;
