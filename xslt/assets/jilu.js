// What a page does beyond being read: cards, links to copy, a filter of speakers, search. Every page is whole without it.
(() => {
  "use strict";

  const script = document.currentScript;
  const root = script.dataset.root;
  const words = JSON.parse(script.dataset.words);
  const say = (key, ...values) => words[key].replace(/%([1-9])?/g, (_, n) => values[(n || 1) - 1]);

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  // ---- What stands over the page: one card or menu at a time, closed by Escape, a press elsewhere, or leaving it.

  const pop = { node: null, owner: null, timer: 0 };

  const close = (back) => {
    clearTimeout(pop.timer);
    if (!pop.node) return;
    pop.node.remove();
    pop.owner.removeAttribute("aria-describedby");
    if (pop.owner.hasAttribute("aria-expanded")) pop.owner.setAttribute("aria-expanded", "false");
    if (back) pop.owner.focus();
    pop.node = pop.owner = null;
  };

  const open = (owner, node) => {
    close();
    node.classList.add("pop");
    document.body.append(node);
    const line = owner.getClientRects()[0];
    const width = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(line.left, width - node.offsetWidth - 8));
    const below = line.bottom + node.offsetHeight + 12 < innerHeight || line.top < node.offsetHeight + 12;
    node.style.left = `${left + scrollX}px`;
    node.style.top = `${(below ? line.bottom + 5 : line.top - node.offsetHeight - 5) + scrollY}px`;
    pop.node = node;
    pop.owner = owner;
  };

  const soon = (act, wait) => {
    clearTimeout(pop.timer);
    pop.timer = setTimeout(act, wait);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pop.node) {
      close(pop.node.contains(document.activeElement));
      event.stopPropagation();
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (pop.node && !pop.node.contains(event.target) && !pop.owner.contains(event.target)) close();
  });

  // ---- Cards: what the register says of a name, beside the name.

  let touched = false;
  document.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; }, true);

  const card = (name) => {
    const entry = document.getElementById(`jilu-name-${name.dataset.ref.split(" ")[0]}`);
    if (!entry || name.closest(".names")) return;
    const copy = element("div", { id: "jilu-card", role: "tooltip", class: entry.className, lang: entry.closest("[lang]").lang });
    copy.append(...[...entry.childNodes].map((node) => node.cloneNode(true)));
    if (touched) {
      copy.append(element("p", { class: "more" }, element("a", { href: name.href }, words["to-entry"])));
    }
    open(name, copy);
    name.setAttribute("aria-describedby", "jilu-card");
    copy.addEventListener("pointerenter", () => clearTimeout(pop.timer));
    copy.addEventListener("pointerleave", () => soon(close, 250));
  };

  for (const name of document.querySelectorAll("a[data-ref]")) {
    name.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "touch") soon(() => card(name), 220);
    });
    name.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "touch") soon(close, 250);
    });
    name.addEventListener("focus", () => { if (!touched) card(name); });
    name.addEventListener("blur", () => { if (pop.owner === name && !touched) soon(close, 100); });
    name.addEventListener("click", (event) => {
      if (touched && pop.owner !== name && document.getElementById(`jilu-name-${name.dataset.ref.split(" ")[0]}`)) {
        event.preventDefault();
        card(name);
      }
    });
  }

  // ---- Links to paragraphs: a press copies the link, one more the words with their citation.

  const ofSource = (text) => text.parentElement.closest("[data-text]")?.dataset.text === "source";

  const texts = (node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (ofSource(walker.currentNode)) found.push(walker.currentNode);
    return found;
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = element("textarea", { readonly: "", "aria-hidden": "true" });
      const focused = document.activeElement;
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      focused?.focus({ preventScroll: true });
    }
  };

  const address = (id) => {
    const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
    return `${canonical ?? location.href.split("#")[0]}#${id}`;
  };

  const cited = document.querySelector(".citation");
  const references = [...document.querySelectorAll("[data-located]")].map((reference) => ({
    located: reference.dataset.located, whole: reference.textContent.trim(), style: reference.previousElementSibling.textContent }));
  const numbered = (link) => /^[0-9]+$/.test(link.textContent);

  const place = (reference, link) => numbered(link)
    ? reference.located.replace("%1", link.textContent).replace("%2", link.hash.slice(1)) : reference.whole;

  const quotation = (link) => {
    const words = texts(link.parentElement).map((text) => text.data).join("").trim();
    const id = link.hash.slice(1);
    const from = references.length ? place(references[0], link) : cited.textContent.trim();
    return `${say("open-quote")}${words}${say("close-quote")}\n${from}${from.endsWith(`#${id}`) ? "" : `\n${address(id)}`}`;
  };

  for (const link of document.querySelectorAll('a.permalink[href^="#"]')) {
    link.setAttribute("aria-expanded", "false");
    const menuOf = () => {
      const status = element("p", { role: "status", class: "hint" });
      const choice = (label, text) => {
        const button = element("button", { type: "button" }, label);
        button.addEventListener("click", async () => {
          await copy(text());
          button.textContent = words.copied;
          status.textContent = words.copied;
          soon(() => close(true), 900);
        });
        return button;
      };
      const printed = link.dataset.printed ? [element("a", { href: link.dataset.printed }, link.title)] : [];
      const styles = numbered(link) && references.length ? [element("p", { class: "hint" }, words["copy-citation"]),
        ...references.map((reference) => choice(reference.style, () => place(reference, link)))] : [];
      const menu = element("div", { class: "menu", lang: document.documentElement.lang },
        choice(words["copy-link"], () => address(link.hash.slice(1))),
        choice(words["copy-quotation"], () => quotation(link)), ...styles, ...printed);
      open(link, menu);
      link.setAttribute("aria-expanded", "true");
      menu.addEventListener("pointerenter", () => clearTimeout(pop.timer));
      menu.addEventListener("pointerleave", leave);
      menu.addEventListener("keydown", (event) => {
        if (event.key === "Tab") {
          const stops = [...menu.querySelectorAll("button, a")];
          const next = stops[stops.indexOf(document.activeElement) + (event.shiftKey ? -1 : 1)];
          event.preventDefault();
          if (next) next.focus(); else close(true);
        }
      });
    };
    // Opened by a press, it stays until closed; by the pointer alone, as long as the pointer does.
    let pressed = false;
    const leave = () => { if (!pressed || pop.owner !== link) soon(close, 250); };
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "touch" || pop.owner === link) return;
      pressed = false;
      soon(menuOf, 220);
    });
    link.addEventListener("pointerleave", leave);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (pop.owner === link && pressed) return close();
      pressed = true;
      // Going there would take the focus from the menu and the page from where it is read.
      history.replaceState(null, "", link.hash);
      if (pop.owner !== link) menuOf();
      const [first] = pop.node.querySelectorAll("button");
      first.focus({ preventScroll: true });
      copy(address(link.hash.slice(1))).then(() => { first.textContent = words["link-copied"]; });
    });
  }

  // ---- Citations: one press copies each as it stands.

  const shown = ".cite-this .citation, .cite-styles dd, .cite-sources .of-source, .style + .example";
  for (const reference of document.querySelectorAll(shown)) {
    const text = reference.textContent.trim();
    const style = reference.previousElementSibling?.matches(".style, dt") ? reference.previousElementSibling.textContent : text;
    const label = `${words["cite-copy"]} ${style}`;
    const button = element("button", { type: "button", class: "copy", lang: document.documentElement.lang, "aria-label": label },
      words["cite-copy"]);
    button.addEventListener("click", async () => {
      await copy(text);
      button.textContent = words.copied;
      button.setAttribute("aria-label", `${words.copied} ${style}`);
      setTimeout(() => { button.textContent = words["cite-copy"]; button.setAttribute("aria-label", label); }, 2000);
    });
    reference.append(" ", button);
  }

  // ---- Choices: Escape or a press elsewhere puts them away.

  const choices = document.querySelector(".choices");
  if (choices) {
    choices.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && choices.open) {
        choices.open = false;
        choices.querySelector("summary").focus();
      }
    });
    document.addEventListener("pointerdown", (event) => { if (!choices.contains(event.target)) choices.open = false; });
  }

  // ---- Speakers: the speeches of one, or of all.

  const speeches = [...document.querySelectorAll(".source .sp[data-who]")];
  const tools = document.querySelector(".tools");
  if (tools) {
    const buttons = [...tools.querySelectorAll("button")];
    const show = (button) => {
      const chosen = button.dataset.who;
      const fits = (speech) => !chosen || (speech.dataset.who ?? "").split(" ").includes(chosen);
      // Speeches may stand in acts and scenes: what holds one is gone through, what holds none goes.
      const sift = (whole) => {
        for (const part of whole.children) {
          if (part.matches(".sp")) part.hidden = !fits(part);
          else if (part.querySelector(".sp")) sift(part);
          else part.hidden = Boolean(chosen);
        }
      };
      sift(document.querySelector(".matter") ?? document.querySelector(".source .body"));
      const shown = speeches.filter(fits).length;
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
      document.querySelector(".choices .status").textContent = chosen
        ? `${button.textContent} ${say("speeches-shown", shown, speeches.length)}` : "";
    };
    for (const button of buttons) button.addEventListener("click", () => show(button));
    tools.hidden = false;
  }

  // ---- Folding: what a search takes for the same. The program that writes the index folds in the same way.

  let simplified = new Map();
  const isSpace = (c) => " \n\r\t\u3000\u00a0".includes(c);
  const isSolid = (c) => c.codePointAt(0) >= 0x2e80 || "—…“”‘’·".includes(c);
  const isLetter = (c) => /[\p{L}\p{N}\p{M}]/u.test(c);
  const isWord = (c) => c !== undefined && c.codePointAt(0) < 0x2e80 && isLetter(c);
  const isHan = (c) => c.codePointAt(0) >= 0x2e80 && isLetter(c);

  const folded = new Map();
  const foldCharacter = (c) => {
    if (!folded.has(c)) folded.set(c, foldNew(c));
    return folded.get(c);
  };
  const foldNew = (c) => {
    const code = c.codePointAt(0);
    let small = (code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : c).toLowerCase();
    if (small === "ё") return "е";
    if (small >= "\u00c0" && small < "\u0250") small = [...small.normalize("NFD")][0];
    return simplified.get(small) ?? small;
  };

  // Gives the folded characters, and for each where it began and ended.
  const fold = (text) => {
    const characters = [];
    const from = [];
    const to = [];
    let space = -1;
    let solid = true;
    let at = 0;
    for (const c of text) {
      if (isSpace(c)) {
        if (space < 0) space = at;
      } else {
        if (space >= 0 && !solid && !isSolid(c)) {
          characters.push(" ");
          from.push(space);
          to.push(at);
        }
        space = -1;
        solid = isSolid(c);
        characters.push(foldCharacter(c));
        from.push(at);
        to.push(at + c.length);
      }
      at += c.length;
    }
    return { characters, from, to };
  };

  // Where a term stands; a word of a script with spaces only where it is the whole word.
  const places = (folded, term) => {
    const found = [];
    const { characters } = folded;
    const [first, last] = [term[0], term[term.length - 1]];
    for (let i = characters.indexOf(first); i >= 0 && i + term.length <= characters.length; i = characters.indexOf(first, i + 1)) {
      if (term.every((c, k) => characters[i + k] === c)
          && !(isWord(first) && isWord(characters[i - 1])) && !(isWord(last) && isWord(characters[i + term.length]))) {
        found.push([folded.from[i], folded.to[i + term.length - 1]]);
      }
    }
    return found;
  };

  const code = (text) => encodeURIComponent(text).replaceAll("~", "%7E");

  const terms = (query) => query.split(/[\s\u3000]+/).map((term) => fold(term).characters).filter((term) => term.length);

  // ---- All that a person says can be narrowed on the search page.

  for (const link of document.querySelectorAll("a.narrow")) link.hash = `&speaker=${code(link.dataset.speaker)}`;

  // ---- The index, loaded piece by piece.

  const index = { head: null, grams: {}, texts: {} };
  globalThis.jiluIndex = (head) => {
    index.head = head;
    folded.clear();
    const pairs = [...head.fold];
    for (let i = 0; i < pairs.length; i += 2) simplified.set(pairs[i], pairs[i + 1]);
  };
  globalThis.jiluGrams = (number, grams) => { index.grams[number] = grams; };
  globalThis.jiluTexts = (number, documents) => { index.texts[number] = documents; };

  const loading = new Map();
  const load = (name) => {
    if (!loading.has(name)) {
      loading.set(name, new Promise((done, failed) => {
        const file = element("script", { src: `${root}search/${name}.js` });
        file.addEventListener("load", done);
        file.addEventListener("error", () => { loading.delete(name); failed(new Error(name)); });
        document.head.append(file);
      }));
    }
    return loading.get(name);
  };

  // ---- Marks: the words that were searched for, where they stand on the page.

  const mark = (query) => {
    const wanted = terms(query);
    const nodes = texts(document.querySelector("main"));
    const block = (node) => node.parentElement.closest("p, li, div, h1, h2, h3, h4, h5, h6, td, th, blockquote");
    let text = "";
    const starts = [];
    nodes.forEach((node, i) => {
      if (i && block(node) !== block(nodes[i - 1])) text += "\u0001";
      starts.push(text.length);
      text += node.data;
    });
    const folded = fold(text);
    const point = (offset, end) => {
      let i = starts.findLastIndex((start) => (end ? start < offset : start <= offset));
      return [nodes[i], offset - starts[i]];
    };
    return wanted.flatMap((term) => places(folded, term)).sort((a, b) => a[0] - b[0]).map(([from, to]) => {
      const range = new Range();
      range.setStart(...point(from, false));
      range.setEnd(...point(to, true));
      return range;
    });
  };

  const arrive = async () => {
    if (document.querySelector("article.search")) return;
    const [id, query] = location.hash.slice(1).split("~").map(decodeURIComponent);
    if (!query) return;
    await load("index").catch(() => {});
    const ranges = mark(query);
    const target = id && document.getElementById(id);
    const first = ranges.find((range) => target?.contains(range.startContainer)) ?? ranges[0];
    if (globalThis.Highlight && CSS.highlights) {
      CSS.highlights.set("jilu-found", new Highlight(...ranges));
    } else {
      for (const range of ranges.reverse()) {
        if (range.startContainer === range.endContainer) range.surroundContents(document.createElement("mark"));
      }
    }
    document.documentElement.dataset.found = ranges.length;
    if (id) history.replaceState(null, "", `#${id}`);
    (target ?? first?.startContainer.parentElement)?.scrollIntoView({ block: "center", behavior: "instant" });
    if (first) {
      const box = first.getBoundingClientRect();
      if (box.top < 60 || box.bottom > innerHeight - 60) scrollBy({ top: box.top - innerHeight / 2, behavior: "instant" });
    }
  };
  addEventListener("hashchange", arrive);
  arrive();

  // ---- The search page.

  const page = document.querySelector("article.search");
  if (page) {
    const SHOWN = 60;
    const form = document.getElementById("jilu-search");
    const input = document.getElementById("jilu-query");
    const status = document.getElementById("jilu-status");
    const results = document.getElementById("jilu-results");
    const language = page.dataset.language;
    let turn = 0;

    document.getElementById("jilu-without").hidden = true;
    form.hidden = false;

    const nameOf = (id) => index.head.names[id]?.[language] ?? Object.values(index.head.names[id] ?? {})[0] ?? id;
    const as = ([address, title, lang, date, kinds, sources, speakers], number) =>
      ({ address, title, lang, date, kinds, sources, speakers, number });

    const facet = (key, values) => {
      const select = document.getElementById(`jilu-${key}`);
      select.disabled = values.length < 2;
      for (const [value, label] of values) select.append(element("option", { value }, label));
      select.addEventListener("change", search);
    };

    const prepare = async () => {
      await load("index");
      const documents = index.head.documents.map(as);
      const of = (list) => [...new Set(documents.flatMap(list))].map((id) => [id, nameOf(id)]);
      const years = [...new Set(documents.map((d) => d.date.slice(0, 4)).filter(Boolean))].sort();
      facet("facet-speaker", of((d) => d.speakers));
      facet("facet-year", years.map((year) => [year, year]));
      facet("facet-kind", of((d) => d.kinds));
      facet("facet-source", of((d) => d.sources));
    };
    const ready = prepare();

    // The grams that a text must have to hold the term: pairs of characters, single ones, whole words.
    const gramsOf = (term) => {
      const grams = [];
      for (let i = 0; i < term.length; i++) {
        if (isHan(term[i])) {
          const pair = i + 1 < term.length && isHan(term[i + 1]);
          if (pair) grams.push(term[i] + term[i + 1]);
          else if (!(i && isHan(term[i - 1]))) grams.push(term[i]);
        } else if (isWord(term[i])) {
          const start = i;
          while (i + 1 < term.length && isWord(term[i + 1])) i++;
          grams.push(term.slice(start, i + 1).join(""));
        }
      }
      return grams;
    };

    const shardOf = (gram) => {
      let hash = 0;
      for (const c of gram) hash = (Math.imul(hash, 31) + c.codePointAt(0)) >>> 0;
      return hash % index.head.shards;
    };

    const candidates = async (wanted) => {
      const grams = [...new Set(wanted.flatMap(gramsOf))];
      await Promise.all(grams.map((gram) => load(`g${shardOf(gram)}`)));
      let left = null;
      for (const gram of grams) {
        let last = 0;
        const listed = (index.grams[shardOf(gram)][gram] ?? "").split(" ").filter(Boolean)
          .map((distance) => (last += parseInt(distance, 36)));
        const set = new Set(listed);
        left = left ? left.filter((number) => set.has(number)) : listed;
        if (!left.length) break;
      }
      return left ?? index.head.documents.map((_, number) => number);
    };

    const passagesOf = async (number) => {
      const block = index.head.blocks.findLastIndex((first) => first <= number);
      await load(`t${block}`);
      return index.texts[block][number - index.head.blocks[block]];
    };

    const byDate = (a, b) => {
      const [first, second] = [index.head.documents[a][3], index.head.documents[b][3]];
      return first < second ? -1 : first > second ? 1 : a - b;
    };

    // All documents in which every term stands, each with its passages, or all that a speaker says, and into how many it had
    // to be looked; what is found so far is told on the way.
    const find = async (query, chosen = {}, stale = () => false, sofar = () => {}) => {
      await ready;
      const wanted = terms(query);
      const found = [];
      found.looked = 0;
      if (!wanted.length && !chosen.speaker) return found;
      let told = 0;
      for (const number of (await candidates(wanted)).sort(byDate)) {
        const entry = as(index.head.documents[number], number);
        if (chosen.year && !entry.date.startsWith(chosen.year) || chosen.kind && !entry.kinds.includes(chosen.kind)
            || chosen.source && !entry.sources.includes(chosen.source)
            || chosen.speaker && !entry.speakers.includes(chosen.speaker)) continue;
        const hits = [];
        const met = new Set();
        found.looked++;
        for (const [id, who, text] of await passagesOf(number)) {
          if (chosen.speaker && !who.split(" ").includes(chosen.speaker)) continue;
          const folded = fold(text);
          const at = wanted.flatMap((term, i) => {
            const here = places(folded, term);
            if (here.length) met.add(i);
            return here;
          });
          if (at.length || !wanted.length) hits.push({ id, text, at: at.sort((a, b) => a[0] - b[0]) });
        }
        if (stale()) return found;
        if (met.size === wanted.length && hits.length) found.push({ entry, hits });
        if (found.length && performance.now() - told > (told ? 400 : 0)) {
          sofar(found);
          told = performance.now();
          await new Promise((done) => setTimeout(done));
        }
      }
      return found;
    };

    const context = (text, at) => {
      if (!at.length) return element("span", { class: "context" }, text);
      const from = Math.max(0, at[0][0] - 26);
      const to = Math.min(text.length, Math.max(at[0][1] + 46, from + 90));
      const line = element("span", { class: "context" }, from ? "…" : "");
      let last = from;
      for (const [start, end] of at) {
        if (start < last || end > to) continue;
        line.append(text.slice(last, start), element("mark", {}, text.slice(start, end)));
        last = end;
      }
      line.append(text.slice(last, to), to < text.length ? "…" : "");
      return line;
    };

    const day = (date) => {
      const [year, month, number] = date.split("-").map(Number);
      if (!month) return date;
      return new Intl.DateTimeFormat(document.documentElement.lang,
        { year: "numeric", month: "long", ...(number && { day: "numeric" }), timeZone: "UTC" }).format(Date.UTC(year, month - 1, number || 1));
    };

    const show = (found, query, limit) => {
      results.replaceChildren();
      let left = limit;
      for (const { entry, hits } of found) {
        if (left <= 0) break;
        const list = element("ul", { lang: entry.lang });
        for (const hit of hits.slice(0, left)) {
          const n = /[0-9]+$/.exec(hit.id)?.[0] ?? "→";
          const href = `${entry.address}#${code(hit.id)}${query && `~${code(query)}`}`;
          list.append(element("li", {}, element("a", { href }, context(hit.text, hit.at), element("span", { class: "to" }, n))));
        }
        left -= hits.length;
        const title = element("h2", {});
        if (entry.date) title.append(element("time", { datetime: entry.date }, day(entry.date)));
        title.append(element("span", { lang: entry.lang }, entry.title));
        results.append(element("section", { class: "found" }, title, element("div", { class: "cited-in" }, list)));
      }
      const all = found.reduce((sum, { hits }) => sum + hits.length, 0);
      if (all > limit) {
        const more = element("button", { type: "button" }, say("search-more", Math.min(SHOWN * 4, all - limit)));
        more.addEventListener("click", () => show(found, query, limit + SHOWN * 4));
        results.append(more);
      }
    };

    const chosen = () => Object.fromEntries(["speaker", "year", "kind", "source"]
      .map((key) => [key, document.getElementById(`jilu-facet-${key}`)?.value ?? ""]));

    async function search() {
      const query = input.value.trim();
      const own = ++turn;
      const narrowed = chosen();
      const state = [code(query), ...Object.entries(narrowed).filter(([, id]) => id).map(([key, id]) => `${key}=${code(id)}`)].join("&");
      history.replaceState(null, "", state ? `#${state}` : location.pathname);
      if (!terms(query).length && !narrowed.speaker) {
        status.textContent = "";
        results.replaceChildren();
        return;
      }
      status.textContent = words["search-busy"];
      try {
        const found = await find(query, narrowed, () => own !== turn, (some) => show(some, query, SHOWN));
        if (own !== turn) return;
        const all = found.reduce((sum, { hits }) => sum + hits.length, 0);
        status.textContent = !terms(query).length ? say("search-said", nameOf(narrowed.speaker), all, found.length)
          : all ? say("search-found", query, all, found.length) : say("search-none", query);
        show(found, query, SHOWN);
      } catch {
        status.textContent = words["search-failed"];
      }
    }

    globalThis.jiluFind = find;
    form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
    let pause = 0;
    input.addEventListener("input", (event) => {
      clearTimeout(pause);
      if (!event.isComposing) pause = setTimeout(search, 60);
    });
    input.addEventListener("compositionend", search);
    const take = () => {
      const [query, ...narrowed] = location.hash.slice(1).split("&").map(decodeURIComponent);
      if (!query && !narrowed.length) return;
      input.value = query;
      ready.then(() => {
        for (const [key, id] of narrowed.map((part) => part.split("="))) {
          const select = document.getElementById(`jilu-facet-${key}`);
          if (select) select.value = id;
        }
        search();
      });
    };
    addEventListener("hashchange", take);
    take();
  }
})();
