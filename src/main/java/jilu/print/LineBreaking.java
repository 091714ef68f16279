package jilu.print;

import static org.apache.fop.text.linebreak.LineBreakUtils.DIRECT_BREAK;
import static org.apache.fop.text.linebreak.LineBreakUtils.LINE_BREAK_PROPERTY_AL;
import static org.apache.fop.text.linebreak.LineBreakUtils.LINE_BREAK_PROPERTY_CL;
import static org.apache.fop.text.linebreak.LineBreakUtils.LINE_BREAK_PROPERTY_CP;
import static org.apache.fop.text.linebreak.LineBreakUtils.LINE_BREAK_PROPERTY_EX;
import static org.apache.fop.text.linebreak.LineBreakUtils.LINE_BREAK_PROPERTY_NS;
import static org.apache.fop.text.linebreak.LineBreakUtils.LINE_BREAK_PROPERTY_NU;
import static org.apache.fop.text.linebreak.LineBreakUtils.LINE_BREAK_PROPERTY_OP;
import static org.apache.fop.text.linebreak.LineBreakUtils.PROHIBITED_BREAK;

import java.util.Arrays;
import org.apache.fop.text.linebreak.LineBreakUtils;

/**
 * Where a Chinese line may end (UAX #14 as tailored for Chinese, CLREQ 3.1.3).
 *
 * <p>FOP's tables are private and FOP offers no way to tailor them, hence the reflection.
 */
final class LineBreaking {
  private static final int ROW = 128;

  private LineBreaking() {}

  /** Teaches FOP the rules, for the whole process; to do so again changes nothing. */
  static synchronized void teachChinese() {
    classify("“‘", LINE_BREAK_PROPERTY_OP);
    // A closing parenthesis in UAX #14 holds on to a following letter, as the apostrophe must.
    classify("”’", LINE_BREAK_PROPERTY_CP);
    classify("：；", LINE_BREAK_PROPERTY_CL);
    classify("·—…～", LINE_BREAK_PROPERTY_NS);
    var pairs = table("PAIR_TABLE");
    for (byte closer : new byte[] {
        LINE_BREAK_PROPERTY_CL, LINE_BREAK_PROPERTY_CP, LINE_BREAK_PROPERTY_EX}) {
      // Their shared half em is gone from the width of the line already, see PrintFont.
      pairs[closer - 1][LINE_BREAK_PROPERTY_OP - 1] = PROHIBITED_BREAK;
    }
    // FOP follows an old UAX #14, in which a comma held on to a following word or number.
    pairs[LINE_BREAK_PROPERTY_CL - 1][LINE_BREAK_PROPERTY_AL - 1] = DIRECT_BREAK;
    pairs[LINE_BREAK_PROPERTY_CL - 1][LINE_BREAK_PROPERTY_NU - 1] = DIRECT_BREAK;
  }

  private static void classify(String characters, byte lineBreakClass) {
    var rows = table("lineBreakProperties");
    characters.chars().forEach(character -> {
      var row = rows[character / ROW];
      if (row.length == 1) {
        byte common = row[0];
        row = new byte[ROW];
        Arrays.fill(row, common);
        rows[character / ROW] = row;
      }
      row[character % ROW] = lineBreakClass;
    });
  }

  private static byte[][] table(String name) {
    try {
      var field = LineBreakUtils.class.getDeclaredField(name);
      field.setAccessible(true);
      return (byte[][]) field.get(null);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalStateException("This FOP has no line-break table " + name
          + "; LineBreaking was written for FOP 2.11", e);
    }
  }
}
