package jilu.edition;

import java.nio.file.Path;
import net.sf.saxon.s9api.XdmNode;

/**
 * A TEI file that was read.
 *
 * @param path where it lies on disk
 * @param name its path inside the edition's {@code tei} folder, with forward slashes
 * @param tree its document node, with line numbers
 */
public record Source(Path path, String name, XdmNode tree) {}
