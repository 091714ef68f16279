package jilu.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Called;
import jilu.edition.Catalog.Paraphrase;
import jilu.edition.Catalog.Pointer;

/**
 * Whether the text calls the one that it points to by the name of another. Only a name that the register gives to one
 * other entry alone, and of which the entry's own names have no part, is told: titles and pet names are nobody else's.
 */
final class Namings {
  private static final Pattern BRACKETED = Pattern.compile("[(（\\[〔]([^()（）\\[\\]〔〕]+)[)）\\]〕]");

  private static final int LONGEST_TITLE = 3;

  /** Whoever is called by these after a name is not the one who has it, but somebody of theirs. */
  private static final Set<String> OF_THEIRS =
      Set.of(
          "夫人", "太太", "妻子", "妻", "之妻", "丈夫", "爱人", "未亡人", "遗孀", "父亲", "母亲", "父母", "之父", "之母", "父", "母",
          "儿子", "女儿", "子女", "之子", "之女", "长子", "次子", "长女", "次女", "孙子", "孙女", "女婿", "儿媳", "岳父", "岳母",
          "兄弟", "兄长", "哥哥", "弟弟", "姐姐", "妹妹", "姐妹", "之兄", "之弟", "侄子", "叔父", "亲属", "家属", "亲戚", "家人",
          "一家", "全家", "秘书", "翻译", "译员", "助手", "助理", "副手", "顾问", "随员", "随从", "副官", "参谋", "幕僚", "部下",
          "部属", "警卫", "警卫员", "卫士", "卫士长", "保镖", "司机", "医生", "护士", "代表", "代表团", "特使", "使者", "使节",
          "学生", "老师", "朋友", "友人", "同事", "战友", "故居", "部队", "政府", "内阁", "集团", "办公室", "等人");

  /** Of a shorter name one sign is too much. */
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{3,}");

  private final Catalog catalog;
  private final Map<String, List<String>> names = new HashMap<>();
  private final Map<String, Set<String>> bearers = new HashMap<>();

  /** So many answers are remembered; the next one begins anew. */
  private static final int MOST = 10_000;

  /** Of an id and the words that point to it: the same few come again and again. */
  private final Map<List<String>, Optional<Other>> others = new ConcurrentHashMap<>();

  private final Map<List<String>, Optional<Slip>> slips = new ConcurrentHashMap<>();

  /**
   * A name with a sign for another.
   *
   * @param at which sign it is
   */
  record Slip(String written, String name, int at) {}

  /** @param meant the id of the one whose name the text gives, and that name, in its plain form */
  record Other(String meant, String name) {}

  /** @param main whether it is the first of its entry, which is nobody else's */
  record Registered(String name, boolean main) {}

  private final Map<Other, Registered> registered = new HashMap<>();

  Namings(Catalog catalog) {
    this.catalog = catalog;
    catalog.called().forEach(this::add);
  }

  private void add(Called called) {
    for (String name : called.names()) {
      String plain = plain(name);
      if (!plain.isEmpty()) {
        names.computeIfAbsent(called.id(), id -> new ArrayList<>()).add(plain);
        bearers.computeIfAbsent(plain, n -> new HashSet<>()).add(called.id());
      }
    }
  }

  /** Whether the words are of those that the register gives to the one to which they point. */
  boolean isOwn(Pointer pointer) {
    String words = plain(pointer.words());
    return !words.isEmpty()
        && names.getOrDefault(pointer.id(), List.of()).stream().anyMatch(name -> isAkin(name, words));
  }

  /** The other entry whose main name the words are, letter by letter. */
  Optional<Other> other(Paraphrase paraphrase) {
    String words = plain(paraphrase.words());
    return bearer(paraphrase.words())
        .filter(id -> names.containsKey(paraphrase.id()) && names.get(id).get(0).equals(words))
        .filter(id -> names.get(paraphrase.id()).stream().noneMatch(name -> isAkin(name, words)))
        .map(id -> new Other(id, words));
  }

  /** A label in Chinese that is a name of the speaker but for one sign, and nobody's name. */
  Optional<Slip> slip(Pointer pointer) {
    if (!pointer.attribute().equals("who") || pointer.words().length() < 3) {
      return Optional.empty();
    }
    if (slips.size() >= MOST) {
      slips.clear();
    }
    return slips.computeIfAbsent(List.of(pointer.id(), pointer.words()), key -> slip(key.get(0), plain(key.get(1))));
  }

  private Optional<Slip> slip(String id, String written) {
    return CHINESE.matcher(written).matches() && !bearers.containsKey(written)
        ? names.getOrDefault(id, List.of()).stream()
            .filter(name -> name.length() == written.length())
            .map(name -> new Slip(written, name, differences(written, name).sum()))
            .filter(slip -> differences(written, slip.name()).count() == 1)
            .findFirst()
        : Optional.empty();
  }

  private static IntStream differences(String one, String other) {
    return IntStream.range(0, one.length()).filter(i -> one.charAt(i) != other.charAt(i));
  }

  /** Whether it is a label with this name of this speaker. */
  static boolean isLabel(Pointer pointer, String id, String name) {
    return pointer.attribute().equals("who") && pointer.id().equals(id) && plain(pointer.words()).equals(name);
  }

  /** Of several entries that have an id the one that the words name. */
  Optional<Called> entry(String id, Pointer pointer) {
    String words = plain(pointer.words());
    List<Called> all =
        catalog.called()
            .filter(one -> one.id().equals(id) && one.names().stream().map(Namings::plain).anyMatch(words::equals))
            .toList();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** Of the entries that have one of some ids the only one that has all words of another id in a name. */
  Optional<Called> entry(Set<String> ids, String meant) {
    List<String> words = List.of(plain(meant).split(" "));
    List<Called> all =
        catalog.called()
            .filter(one -> ids.contains(one.id()))
            .filter(one -> one.names().stream().anyMatch(name -> List.of(plain(name).split(" ")).containsAll(words)))
            .toList();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** The one entry that the words name. */
  Optional<String> bearer(Pointer pointer) {
    return bearer(pointer.words());
  }

  Optional<String> bearer(String words) {
    Set<String> all = bearers.getOrDefault(plain(words), Set.of());
    return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
  }

  /** A name of an entry as the register has it, without the signs that stand beside it in the text. */
  String registered(String id, String words) {
    return registered(new Other(id, plain(words))).name();
  }

  /** The other entry that the words name, of the same register or of one whose kind the pointer may have. */
  Optional<Other> other(Pointer pointer) {
    String id = pointer.id();
    if (pointer.words().isEmpty() || !names.containsKey(id)) {
      return Optional.empty();
    }
    if (others.size() >= MOST) {
      others.clear();
    }
    return others.computeIfAbsent(List.of(id, pointer.words()), key -> other(names.get(id), pointer.words()))
        .filter(other -> !isOfPublication(pointer) || plain(pointer.words()).equals(other.name()));
  }

  /** Titles of books have nothing before or after them that does not belong to them. */
  private static boolean isOfPublication(Pointer pointer) {
    return pointer.attribute().equals("corresp");
  }

  private Optional<Other> other(List<String> own, String called) {
    return Stream.concat(Stream.of(called), bracketed(called))
        .map(Namings::plain)
        .flatMap(words -> Stream.concat(Stream.of(words), withoutTitle(words)))
        .filter(words -> bearers.getOrDefault(words, Set.of()).size() == 1)
        .filter(words -> own.stream().noneMatch(name -> isAkin(name, words)))
        .map(words -> new Other(bearers.get(words).iterator().next(), words))
        .findFirst();
  }

  /** The name as the register has it, without what stands beside it in the text. */
  Registered registered(Other other) {
    return registered.computeIfAbsent(other, this::look);
  }

  private Registered look(Other other) {
    String written =
        catalog.called()
            .filter(one -> one.id().equals(other.meant()))
            .flatMap(one -> one.names().stream())
            .filter(name -> plain(name).equals(other.name()))
            .findFirst().orElseThrow();
    return new Registered(written, names.get(other.meant()).get(0).equals(other.name()));
  }

  /** A label may name the speaker in brackets: 我（米高扬）. */
  private static Stream<String> bracketed(String words) {
    return BRACKETED.matcher(words).results().map(found -> found.group(1));
  }

  /** Chinese titles follow the name without a space: 毛泽东同志; but 毛泽东的秘书 and 毛泽东夫人 are somebody else. */
  private static Stream<String> withoutTitle(String words) {
    return IntStream.rangeClosed(1, LONGEST_TITLE)
        .map(title -> words.length() - title)
        .filter(end -> end >= 2 && Character.isIdeographic(words.charAt(end)) && "的之".indexOf(words.charAt(end)) < 0)
        .filter(end -> !OF_THEIRS.contains(words.substring(end)))
        .mapToObj(end -> words.substring(0, end));
  }

  /** Whether one is within the other, letter by letter or word by word. */
  private static boolean isAkin(String one, String other) {
    List<String> words = List.of(one.split(" "));
    List<String> others = List.of(other.split(" "));
    return one.contains(other) || other.contains(one) || words.containsAll(others) || others.containsAll(words);
  }

  /** Letters and digits alone, words in an order that does not depend on which name comes first. */
  private static String plain(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty()).sorted().distinct().collect(Collectors.joining(" "));
  }
}
