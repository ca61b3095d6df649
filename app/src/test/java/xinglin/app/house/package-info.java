/** What the repository promises about itself: modules, sizes, documents, nothing personal. */
@org.jspecify.annotations.NullMarked
package xinglin.app.house;
