package jilu.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * References to files that stand in a comment, and so lead nowhere.
 *
 * @param at where the first of the tags that refer begins in the text
 * @param around where the start tag of the element begins that holds the comment
 * @param hrefs what is referred to, as it is written
 */
record CommentedOut(int at, int around, List<String> hrefs) {
  /** Without the signs that no name of a file has on every system. */
  private static final Pattern REFERENCE =
      Pattern.compile("<[^<>]*\\shref\\s*=\\s*[\"']([^\"'<>:*?|\\p{Cntrl}]+)[\"']");

  /** All in a file, one for each comment. */
  static List<CommentedOut> in(String text) {
    List<CommentedOut> found = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    Markup.scan(
        text,
        0,
        piece -> {
          switch (piece.kind()) {
            case START -> open.push(piece.start());
            case END -> open.poll();
            case COMMENT -> {
              List<MatchResult> tags =
                  REFERENCE.matcher(text).region(piece.start() + "<!-".length(), piece.end()).results().toList();
              if (!tags.isEmpty() && !open.isEmpty()) {
                List<String> hrefs = tags.stream().map(tag -> tag.group(1)).toList();
                found.add(new CommentedOut(tags.get(0).start(), open.element(), hrefs));
              }
            }
            default -> {}
          }
        });
    return found;
  }
}
