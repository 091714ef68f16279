package org.apache.fop.render.pdf;

import java.util.ArrayList;
import org.apache.fop.accessibility.StructureTreeElement;
import org.apache.fop.render.intermediate.extensions.Link;

/**
 * The links of a page until it is done, each with its own tag: FOP 2.11 keeps the tag with the place to which a link
 * leads, so that all links to one place had the tag and the description of the last.
 */
public final class TaggedLinks extends ArrayList<Link> {
  @Override
  public boolean add(Link link) {
    return super.add(new Tagged(link));
  }

  /** The tag of a link, as it was when the link was added. */
  static StructureTreeElement tag(Link link) {
    return link instanceof Tagged tagged ? tagged.tag : link.getAction().getStructureTreeElement();
  }

  private static final class Tagged extends Link {
    private final StructureTreeElement tag;

    Tagged(Link link) {
      super(link.getAction(), link.getTargetRect());
      tag = link.getAction().getStructureTreeElement();
    }
  }
}
