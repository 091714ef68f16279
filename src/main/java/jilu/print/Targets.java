package jilu.print;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.fop.render.intermediate.extensions.AbstractAction;
import org.apache.fop.render.intermediate.extensions.ActionSet;
import org.apache.fop.render.intermediate.extensions.GoToXYAction;
import org.apache.fop.render.intermediate.extensions.URIAction;

/**
 * The places to which links, bookmarks and named destinations lead, each place once. FOP 2.11 compares each new one
 * with all before, which costs the square of their number: a long book has one for each paragraph.
 */
final class Targets extends ActionSet {
  private final Map<String, AbstractAction> ofIds = new HashMap<>();
  private final Map<List<Object>, AbstractAction> ofPlaces = new HashMap<>();

  @Override
  public AbstractAction get(String id) {
    return ofIds.get(id);
  }

  @Override
  public AbstractAction put(AbstractAction action) {
    if (!action.hasID()) {
      action.setID(generateNewID(action));
    }
    var kept = place(action).map(place -> ofPlaces.computeIfAbsent(place, fresh -> action)).orElse(action);
    if (kept == action) {
      ofIds.put(action.getID(), action);
    }
    return kept;
  }

  @Override
  public void clear() {
    ofIds.clear();
    ofPlaces.clear();
  }

  /** What {@link AbstractAction#isSame} compares; none while the page is not set. */
  private static Optional<List<Object>> place(AbstractAction action) {
    if (action instanceof GoToXYAction target && target.isComplete()) {
      return Optional.of(List.of(target.getPageIndex(), target.getTargetLocation()));
    }
    if (action instanceof URIAction address && address.getStructureTreeElement() != null) {
      return Optional.of(List.of(address.getURI(), address.isNewWindow(), address.getStructureTreeElement()));
    }
    return Optional.empty();
  }
}
