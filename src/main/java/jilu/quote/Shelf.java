package jilu.quote;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import jilu.edition.Packed;
import jilu.edition.Room;
import jilu.edition.Store;

/**
 * The passages and quotations of many files, put there and taken by several threads. The first stay in memory; all
 * others lie in a temporary file, so that memory does not grow with the edition.
 */
public final class Shelf implements AutoCloseable {
  private static final Passage.Voice[] VOICES = Passage.Voice.values();
  private static final Passage.Speech[] SPEECHES = Passage.Speech.values();

  private final Store store;

  public Shelf(Room room) {
    store = new Store(room.bytes());
  }

  /**
   * Access to what one file has to quote and what it quotes.
   *
   * @param quoted how many characters its quotations have in all
   */
  public record Volume(String document, String file, int quoted, Store.Kept quoting, Store.Kept quotable) {
    List<Quotation> quotations() {
      return quoted == 0 ? List.of() : Packed.list(quoting.bytes(), in -> quotation(in, this));
    }

    List<Passage> passages() {
      int[] count = {0};
      return Packed.list(quotable.bytes(), in -> passage(in, this, count[0]++));
    }
  }

  public Volume put(Passages passages) {
    return new Volume(
        passages.document(),
        passages.file(),
        passages.quotations().stream().mapToInt(quotation -> quotation.text().length()).sum(),
        store.put(passages.quotations(), Shelf::pack),
        store.put(passages.passages(), Shelf::pack));
  }

  private static void pack(Packed out, Passage passage) {
    out.text(passage.id());
    out.number(passage.named() ? 1 : 0);
    out.number(passage.voice().ordinal());
    out.number(passage.speech().ordinal());
    out.text(passage.label());
    out.list(List.copyOf(passage.within()), Packed::text);
    out.text(passage.text());
    out.bits(passage.quoted());
  }

  private static Passage passage(Packed in, Volume volume, int number) {
    String id = in.text();
    boolean named = in.number() > 0;
    Passage.Voice voice = VOICES[in.number()];
    Passage.Speech speech = SPEECHES[in.number()];
    String label = in.text();
    Set<String> within = Set.copyOf(in.list(Packed::text));
    return new Passage(
        id, volume.document(), volume.file(), number, named, voice, speech, label, within, in.text(), in.bits());
  }

  private static void pack(Packed out, Quotation quotation) {
    out.text(quotation.id());
    out.list(quotation.pieces(), Shelf::pack);
    out.list(quotation.sources(), Packed::text);
    out.list(List.copyOf(quotation.own()), Packed::number);
    out.number(quotation.encoded() ? 1 : 0);
    out.number(quotation.marked() ? 1 : 0);
    out.number(quotation.telling() ? 1 : 0);
    out.text(quotation.before());
    out.text(quotation.text());
    out.text(quotation.after());
  }

  private static void pack(Packed out, Quotation.Piece piece) {
    out.tag(piece.tag());
    out.number(piece.from());
  }

  private static Quotation.Piece piece(Packed in) {
    return new Quotation.Piece(in.tag(), in.number());
  }

  private static Quotation quotation(Packed in, Volume volume) {
    String id = in.text();
    List<Quotation.Piece> pieces = in.list(Shelf::piece);
    List<String> sources = in.list(Packed::text);
    Set<Integer> own = Set.copyOf(in.list(Packed::number));
    boolean encoded = in.number() > 0;
    boolean marked = in.number() > 0;
    boolean telling = in.number() > 0;
    return new Quotation(
        id, volume.document(), volume.file(), pieces, sources, own, encoded, marked, telling, in.text(), in.text(), in.text());
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
