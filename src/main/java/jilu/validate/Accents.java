package jilu.validate;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Letters with accents, which Windows writes with the same bytes in central and in western Europe. Which of the two it
 * was is seen by the language: of one alphabet they are all, of the other they are not.
 */
final class Accents {
  static final Charset WESTERN = Charset.forName("windows-1252");
  static final Charset CENTRAL = Charset.forName("windows-1250");

  /** The same in central Europe but for a few letters, and without the marks of Windows. */
  static final Charset LATIN_2 = Charset.forName("ISO-8859-2");

  /** Polish, Czech, Slovak, Hungarian, Croatian and Slovenian, Romanian. */
  private static final List<String> OF_CENTRAL =
      List.of("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ");

  static final String LETTERS_OF_CENTRAL = String.join("", OF_CENTRAL);

  /** French, German, Italian, Spanish, Portuguese, Catalan, Dutch, Danish, Swedish, Estonian, Icelandic, Gaelic. */
  private static final List<String> OF_WESTERN =
      List.of(
          "àâæçéèêëîïôœùûüÿ", "äöüßéè", "àèéìíîòóùúç", "áéíñóúü", "áàâãçéêíóôõúü", "àçèéíïòóúü", "áäéëïíóöúüèêç",
          "æøåéèêóòôäöü", "åäöéàü", "äöõüšž", "áðéíóúýþæöø", "áéíóúàèìòù");

  /** One name from elsewhere does not make another language. */
  private static final int FEWEST = 2;

  private Accents() {}

  /** Whether bytes with accents are a text of central Europe; whatever may be of either is western. */
  static boolean areCentral(byte[] bytes) {
    return areCentral(bytes, CENTRAL);
  }

  /** Whether they are a text of central Europe that has letters so where Windows has others. */
  static boolean areLatin2(byte[] bytes) {
    String latin2 = new String(bytes, LATIN_2);
    return latin2.chars().noneMatch(c -> c >= 0x7f && c < 0xa0)
        && areCentral(bytes, LATIN_2)
        && most(OF_CENTRAL, latin2.toLowerCase(Locale.ROOT))
            > most(OF_CENTRAL, new String(bytes, CENTRAL).toLowerCase(Locale.ROOT));
  }

  private static boolean areCentral(byte[] bytes, Charset charset) {
    String central = new String(bytes, charset);
    if (central.indexOf('\ufffd') >= 0) {
      return false;
    }
    String western = new String(bytes, WESTERN);
    boolean signs = IntStream.range(0, bytes.length).anyMatch(i -> isSign(western, i) && isWithinWord(central, i));
    // Of õe, which is Portuguese, nothing else is known.
    var letters = new StringBuilder();
    var others = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0 && isLetterAt(central, i) && (signs || !isSign(western, i)) && !western.startsWith("õe", i)) {
        letters.append(Character.toLowerCase(central.charAt(i)));
        others.append(Character.toLowerCase(western.charAt(i)));
      }
    }
    long ofCentral = most(OF_CENTRAL, letters);
    long more = ofCentral - most(OF_WESTERN, others);
    // What is no byte of western Europe needs no proof.
    long least = western.indexOf('\ufffd') < 0 ? FEWEST : 1;
    return more >= least && more * 30 >= letters.length() && ofCentral * 10 >= letters.length() * 8L;
  }

  /** What is no letter in western Europe, as ¹ and ¿. */
  private static boolean isSign(String western, int i) {
    char c = western.charAt(i);
    int type = Character.getType(c);
    return c > 0x7f && c != '\ufffd' && type != Character.LOWERCASE_LETTER && type != Character.UPPERCASE_LETTER;
  }

  /** Beside words there are signs in any language; within more than the three characters of a formula it is a letter. */
  private static boolean isWithinWord(String text, int i) {
    boolean within =
        isLetterAt(text, i - 1) && isLetterAt(text, i) && isLetterAt(text, i + 1) && Character.isLowerCase(text.charAt(i + 1));
    return within && (isLetterAt(text, i - 2) || isLetterAt(text, i + 2));
  }

  private static boolean isLetterAt(String text, int i) {
    return i >= 0 && i < text.length() && Character.isLetter(text.charAt(i));
  }

  private static long most(List<String> alphabets, CharSequence letters) {
    return alphabets.stream()
        .mapToLong(alphabet -> letters.chars().filter(c -> alphabet.indexOf(c) >= 0).count())
        .max()
        .orElse(0);
  }
}
