/* One seat, played line by line.
 *
 * What is told has numbers, and what is typed has marks: after a loss of the connection
 * what was missed comes once, and what was not acknowledged is sent again.
 */
"use strict";

(() => {
  const NOTE_S = 4;
  const READS_S = 1.5;
  const NEAR_PX = 80;
  const MOST_TOLD = 600;
  const SETTLES_S = 0.4;
  const SHORT = 28;
  const MANY = 6;

  const { MOVED, OVER } = Lasting;
  const WORDS = {
    ...Lasting.WORDS,
    anew: "The page was told anew. Your last line may not have been taken: see what stands above.",
    beside: "Press one of the four feelings; your words go with it.",
    sure: "Press again to confirm: ",
    keyed: "Keyed so far: ",
    anything: "Or type a line",
    first: "Write something first, or go on without it below.",
  };

  const by = (id) => document.getElementById(id);
  const told = by("told");
  const asked = by("asked");
  const offers = by("offers");
  const passing = by("passing");
  const typing = by("typing");
  const field = by("line");
  const ways = by("ways");

  const IS_BLIND = /^[\d*#\s.-]*$/;
  const IS_WORDS = /\p{L}/u;
  const IS_FOR_THE_FRAME =
    /^\s*(wound up|keen|flat|at ease|feel|aha|help|again|notebook|notes|time|pause|resume|leave|quit|done|begin)\b/i;

  const CHOICES = new Set(["choice", "feeling", "tone"]);

  let isBeside = false;
  let isFirstAsked = false;
  let isOfTheQuestion = false;
  let purpose = "";
  const drafts = new Map();
  let from = null;
  let run = "";
  let read = 0;
  let turn = 0;
  let plays = false;
  let waiting = [];
  let isFirst = true;
  let hiding = 0;
  let resting = 0;
  let count = 0;
  const own = Math.random().toString(36).slice(2, 10);

  /* ---- What is told of the connection ---- */

  function say(words, button, pressed) {
    clearTimeout(hiding);
    const said = by("said");
    const line = document.createElement("span");
    line.textContent = words;
    said.replaceChildren(line);
    if (button) {
      const press = document.createElement("button");
      press.type = "button";
      press.textContent = button;
      press.addEventListener("click", pressed);
      said.append(press);
    }
    said.hidden = false;
  }

  function sayAWhile(words) {
    say(words);
    hiding = setTimeout(hush, NOTE_S * 1000);
  }

  function hush() {
    clearTimeout(hiding);
    by("said").hidden = true;
  }

  /* ---- What happens ---- */

  function lineOf(line) {
    const p = document.createElement("p");
    p.className = line.sort;
    if (line.sort === "heading") {
      p.setAttribute("role", "heading");
      p.setAttribute("aria-level", "2");
    }
    if (line.who) {
      const who = document.createElement("b");
      who.textContent = `${line.who}: `;
      p.append(who);
    }
    p.classList.toggle("item", /^ +\S/.test(line.says));
    p.append(line.says);
    return p;
  }

  function tell(lines, isAnew) {
    const wasNear = told.scrollHeight - told.scrollTop - told.clientHeight < NEAR_PX;
    const fresh = lines.filter((each) => each.n > read).map((each) => [each, lineOf(each)]);
    if (!fresh.length) return wasNear ? "end" : "";
    told.append(...fresh.map(([, shown]) => shown));
    while (told.childElementCount > MOST_TOLD) told.firstElementChild.remove();
    read = fresh[fresh.length - 1][0].n;
    const yours = fresh.filter(([each]) => each.sort === "yours").pop();
    if (yours || isAnew) from = (yours || fresh[0])[1];
    return yours || isAnew ? "news" : wasNear ? "end" : "";
  }

  /* To the end; but what was told since the last answer begins within sight. */
  function scroll(to) {
    if (!to) return;
    const end = told.scrollHeight - told.clientHeight;
    const news = from && told.contains(from) ? from.offsetTop : end;
    told.scrollTop = to === "news" ? Math.min(news, end) : end;
  }

  function seeWhetherThereIsMore() {
    const left = told.scrollHeight - told.clientHeight - told.scrollTop;
    by("below").hidden = left < NEAR_PX / 4;
    told.classList.toggle("more", !by("below").hidden);
  }

  told.addEventListener("scroll", seeWhetherThereIsMore);
  addEventListener("resize", seeWhetherThereIsMore);
  by("below").addEventListener("click", () => told.scrollBy(0, told.clientHeight * 0.85));

  /* ---- What can be done ---- */

  /* A feeling is called by its name; what it is like stands under it. */
  function wordsOf(offer) {
    const [name, like] = offer.label.split(": ");
    if (offer.sort !== "feeling" || !like) return [offer.label];
    const small = document.createElement("small");
    small.textContent = like;
    return [name, " ", small];
  }

  function buttonOf(offer) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.sort = offer.sort;
    button.append(...wordsOf(offer));
    if (!offer.line) button.dataset.onward = "";
    if (offer.sort === "tick") button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => press(offer, button));
    return button;
  }

  function groupOf(offer) {
    if (offer.sort === "feeling") return "feelings";
    if (offer.sort === "tick") return "ticks";
    return /^-?\d+$/.test(offer.label) ? "numbers" : "";
  }

  function show(asking) {
    const hadFocus = isInGroup(document.activeElement);
    const shown = [];
    for (const offer of asking.offers.filter((each) => each.sort !== "pass")) {
      const group = groupOf(offer);
      const last = shown[shown.length - 1];
      if (group && last && last.className === group) {
        last.append(buttonOf(offer));
      } else if (group) {
        const box = document.createElement("div");
        box.className = group;
        box.append(buttonOf(offer));
        shown.push(box);
      } else {
        shown.push(buttonOf(offer));
      }
    }
    offers.replaceChildren(...shown);
    passing.replaceChildren(
      ...asking.offers.filter((each) => each.sort === "pass").map(buttonOf),
    );
    const choices = asking.offers.filter((each) => each.sort === "choice");
    const areShort = choices.every((each) => each.label.length <= SHORT);
    asked.classList.toggle("many", choices.length >= MANY);
    offers.classList.toggle("two", choices.length >= MANY && areShort);
    lead(asking);
    by("keys").hidden = !asking.keys;
    ask(asking.asks, asking.offers);
    if (isOfTheQuestion) hush();
    isOfTheQuestion = false;
    label(asking.field.label);
    field.maxLength = asking.field.longest;
    field.inputMode = asking.field.digits ? "numeric" : "text";
    keepApart(asking);
    place(asking.field.first);
    if (hadFocus) offers.focus();
  }

  const isInGroup = (each) => offers.contains(each) || passing.contains(each);

  /* What was begun for one question stays out of the next; it is there when the first
   * is asked again. Words for a feeling are gone with it. */
  function keepApart(asking) {
    if (asking.purpose !== purpose) {
      if (!isBeside && field.value) drafts.set(purpose, field.value);
      field.value = drafts.get(asking.purpose) || "";
      drafts.delete(asking.purpose);
      purpose = asking.purpose;
    }
    isBeside = asking.field.beside;
  }

  /* The question stands above its buttons, and not a second time above that; nor does a
   * list whose items are buttons. */
  function ask(words, from) {
    by("asks").textContent = words;
    offers.toggleAttribute("aria-labelledby", Boolean(words));
    if (words) offers.setAttribute("aria-labelledby", "asks");
    for (const each of told.querySelectorAll(".asked-below")) each.classList.remove("asked-below");
    const below = new Set([words, words && `${words}:`, ...from.map((each) => each.label)].filter(Boolean));
    for (const each of [...told.children].reverse()) {
      if (each.classList.contains("yours")) break;
      each.classList.toggle("asked-below", below.has(each.textContent.trim()));
    }
  }

  /* A field that is what is asked stands before the buttons; else after them. */
  function place(first) {
    isFirstAsked = first;
    asked.classList.toggle("writes", first);
    typing.classList.toggle("first", first);
    typing.classList.toggle("beside", isBeside);
    const next = first ? offers : passing;
    if (typing.nextElementSibling === next) return;
    const hadFocus = document.activeElement === field;
    asked.insertBefore(typing, next);
    if (hadFocus) field.focus();
  }

  /* Where nothing is to be chosen, what goes on stands out. */
  function lead(asking) {
    if (asking.keys || asking.field.first) return;
    if (asking.offers.some((each) => CHOICES.has(each.sort))) return;
    const on = offers.querySelector("[data-sort=go][data-onward]");
    if (on) on.classList.add("leads");
  }

  function label(words) {
    const isGeneral = words === WORDS.anything;
    by("line-label").textContent = words;
    by("line-label").classList.toggle("general", isGeneral);
    field.placeholder = isGeneral ? words : " ";
  }

  function press(offer, button) {
    switch (offer.sort) {
      case "tick":
        return button.setAttribute(
          "aria-pressed",
          String(button.getAttribute("aria-pressed") !== "true"),
        );
      case "begin":
        field.value = offer.line;
        return field.focus();
      case "feeling": {
        const words = isBeside ? field.value.trim() : "";
        if (isBeside) field.value = "";
        return once(words ? `${offer.line}, ${words}` : offer.line);
      }
      default:
        return once(offer.line || ticked());
    }
  }

  function ticked() {
    const marked = [...offers.querySelectorAll("[data-sort=tick]")]
      .map((each, at) => (each.getAttribute("aria-pressed") === "true" ? at + 1 : 0))
      .filter(Boolean);
    return marked.join(" ");
  }

  /* A press is one press: the buttons wait until it was taken. */
  function once(line) {
    enable(false);
    send(line, turn);
  }

  function enable(may) {
    clearTimeout(resting);
    // What is disabled loses the focus, and whoever uses keys their place.
    if (!may && isInGroup(document.activeElement)) offers.focus();
    for (const each of [offers, passing])
      for (const button of each.querySelectorAll("button")) button.disabled = !may;
  }

  /* What has come by itself is not pressed by a finger that was on its way elsewhere. */
  function rest() {
    enable(false);
    for (const each of offers.querySelectorAll("[data-sort=out]")) each.disabled = false;
    resting = setTimeout(() => enable(true), READS_S * 1000);
  }

  /* A finger that taps twice has answered once. */
  function settle() {
    asked.scrollTop = 0;
    enable(false);
    resting = setTimeout(() => enable(true), SETTLES_S * 1000);
  }

  function stand(standing) {
    plays = standing.feels;
    by("stage").textContent = standing.stage;
    by("clock").textContent = standing.clock;
    by("left").textContent = standing.left.join(" · ");
    by("keyed").textContent = standing.keyed ? WORDS.keyed + standing.keyed : "";
    by("feel").hidden = !standing.feels;
    by("notes").hidden = !standing.notes;
    by("leave").hidden = !standing.leaves;
    by("leave").textContent = standing.leaves;
    by("leave").dataset.label = standing.leaves;
  }

  /* ---- What is typed ---- */

  function send(line, at) {
    count += 1;
    const sent = { line, mark: `${own}-${count}` };
    if (at !== undefined) sent.turn = at;
    waiting.push(sent);
    if (!isFirst) link.send(JSON.stringify(sent));
  }

  typing.addEventListener("submit", (event) => {
    event.preventDefault();
    const line = field.value;
    if (isBeside && IS_WORDS.test(line) && !IS_FOR_THE_FRAME.test(line)) return sayAWhile(WORDS.beside);
    if (isFirstAsked && !line.trim()) {
      sayAWhile(isBeside ? WORDS.beside : WORDS.first);
      isOfTheQuestion = true;
      return field.focus();
    }
    field.value = "";
    if (line.trim()) send(line, IS_BLIND.test(line) ? turn : undefined);
    else once(ticked());
  });

  by("keys").addEventListener("click", (event) => {
    const key = event.target.dataset.key;
    if (key) send(key, turn);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-line]");
    if (!button) return;
    if (button.id === "leave" && !plays && !button.dataset.sure) {
      button.dataset.sure = "yes";
      button.textContent = WORDS.sure + button.dataset.label;
      return;
    }
    ways.close();
    send(button.dataset.line);
  });

  by("more").addEventListener("click", () => {
    delete by("leave").dataset.sure;
    by("leave").textContent = by("leave").dataset.label || "";
    for (const each of ways.querySelectorAll("[data-plays]")) each.hidden = !plays;
    ways.showModal();
  });
  by("back").addEventListener("click", () => ways.close());

  /* ---- The connection ---- */

  const link = new Lasting({
    address() {
      isFirst = true;
      return `/seat/line?run=${encodeURIComponent(run)}&read=${read}`;
    },
    opened() {},
    heard: (data) => hear(JSON.parse(data)),
    closed,
    ask: () => link.send(JSON.stringify({ here: Math.round(link.heardAt) })),
    say,
    hush,
    elsewhere: () => location.assign("/seat"),
  });

  function hear(news) {
    if ("here" in news) return;
    const wasAway = link.isBack();
    const isAnew = news.run !== run;
    const isLost = isAnew && run !== "" && waiting.length > 0;
    if (isAnew) {
      [run, read, turn] = [news.run, 0, 0];
      waiting = [];
      told.setAttribute("aria-busy", "true");
      told.replaceChildren();
    }
    if (isLost) sayAWhile(WORDS.anew);
    else if (wasAway) sayAWhile(WORDS.back);
    else if (isFirst) hush();
    const to = tell(news.lines, isAnew);
    told.removeAttribute("aria-busy");
    const wasWaiting = waiting.length > 0;
    waiting = waiting.filter((each) => !news.taken.includes(each.mark));
    stand(news.standing);
    if (news.turn !== turn) {
      turn = news.turn;
      show(news.asking);
      if (wasWaiting) settle();
      else if (!isFirst) rest();
    } else if (wasWaiting && !waiting.length) {
      settle();
    }
    scroll(to);
    seeWhetherThereIsMore();
    if (isFirst) {
      isFirst = false;
      for (const each of waiting) link.send(JSON.stringify(each));
    }
  }

  function closed(code) {
    switch (code) {
      case MOVED:
        waiting = [];
        still(true);
        say(WORDS.moved, WORDS.moveHere, () => {
          still(false);
          link.takeOver();
        });
        return true;
      case OVER:
        location.assign("/seat");
        return true;
      default:
        return false;
    }
  }

  /* What another tab does is not done here as well. */
  function still(is) {
    document.querySelector(".doing").inert = is;
  }

  link.connect();
})();
