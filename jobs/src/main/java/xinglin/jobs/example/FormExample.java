package xinglin.jobs.example;

import java.nio.file.Path;
import java.util.Optional;
import xinglin.schemas.form.FormDefinition;

/**
 * One example of a form: a text beside the definition, or a real file in the folder {@code
 * <definition>.examples}.
 *
 * @param shown path as its author knows it
 * @param text for an example written as text
 * @param file for a real file
 * @param expected what must be read of it; empty until somebody wrote it down
 * @param expectedShown path of that file as its author knows it
 * @param expectedFile where it is written; empty for what is built in
 */
public record FormExample(
    FormDefinition form,
    String shown,
    Optional<String> text,
    Optional<Path> file,
    Optional<String> expected,
    String expectedShown,
    Optional<Path> expectedFile) {}
