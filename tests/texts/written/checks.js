// Asks a page, in the browser, for what it promises; puts the answer into the page. Nothing waits: the
// narrow copy is loaded with the page, and the answer is there when that is done.
(() => {
  const faults = [];
  let checks = 0;
  const check = (holds, fault) => { checks += 1; if (!holds) faults.push(String(fault).slice(0, 300)); };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const own = (element) => !element.closest("#verdict") && element.tagName !== "SCRIPT";

  // One document in one language, with its parts.
  check(/^[a-z]{2,8}$/i.test(document.documentElement.lang), "no language");
  check(document.title.trim() !== "", "no title");
  check(document.compatMode === "CSS1Compat", "quirks");
  const description = document.querySelector("meta[name=description]");
  check(description && description.content.trim() !== "", "no description");
  for (const part of ["h1", "main", "article", "header", "footer"]) {
    check(all(part).length === 1, `${all(part).length} ${part}`);
  }
  check(all("h1")[0].textContent.trim() !== "", "an empty h1");
  check(document.querySelector("body > header, main header") !== null, "no header");
  for (const nav of all("nav, aside")) {
    check((nav.getAttribute("aria-label") || "").trim() !== "", `${nav.tagName} without a name`);
  }
  const ids = all("[id]").map((element) => element.id);
  check(new Set(ids).size === ids.length, "an id twice");

  // Nothing comes from elsewhere, and nothing of the text runs.
  check(window.hacked === undefined, "something ran");
  check(all("script").length === 1, "a script of the page");
  check(all("img, iframe, object, embed, video, audio, svg, form, link[rel=stylesheet]").length === 0, "something is fetched");
  check(performance.getEntriesByType("resource").length === 0, "a request");
  for (const element of all("*").filter(own)) {
    for (const { name, value } of element.attributes) {
      check(!name.startsWith("on"), `${element.tagName} ${name}`);
      if (name === "href" || name === "src") {
        check(/^(#|https?:)/.test(value), `${element.tagName} ${name}=${value}`);
      }
    }
  }

  // Headings go down without a gap.
  let before = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6").filter(own)) {
    const level = Number(heading.tagName[1]);
    check(level <= before + 1, `${heading.tagName} behind h${before}: ${heading.textContent}`);
    before = level;
  }

  // Items are groups in groups, with names, as the outline has them.
  const items = all(".item");
  check(items.length === WANTED.items.length, `${items.length} items of ${WANTED.items.length}`);
  WANTED.items.forEach(([id, parent], index) => {
    const item = items[index];
    check(item && item.id === id, `${item && item.id} in place of ${id}`);
    if (!item) return;
    const around = item.parentElement.closest(".item");
    check((around ? around.id : null) === parent, `${id} in ${around && around.id}, not ${parent}`);
    check((item.getAttribute("aria-label") || "").trim() !== "", `${id} without a name`);
    check(item.textContent.includes(id), `${id} does not say its address`);
  });

  // Every link within the page leads to something that takes the focus.
  const skip = document.querySelector("a");
  check(skip && skip.getAttribute("href") === `#${document.querySelector("main").id}`, "the first link does not skip");
  skip.focus();
  check(document.activeElement === skip, "the first link takes no focus");
  // A window without the focus, as it may be yet, gives none to be seen.
  if (document.hasFocus() && skip.matches(":focus")) {
    check(skip.getBoundingClientRect().left >= 0, "the first link does not show with the focus");
  }
  skip.blur();
  const links = all("a[href^='#']");
  check(items.length === 0 || all("nav a").length >= items.length, "the outline lacks items");
  for (const link of links) {
    const id = decodeURIComponent(link.getAttribute("href").slice(1));
    const target = document.getElementById(id);
    check(target !== null, `nothing is #${id}`);
    if (!target) continue;
    target.focus();
    check(document.activeElement === target, `#${id} takes no focus`);
    check((link.textContent || "").trim() !== "", `a link without words to #${id}`);
  }
  for (const link of links.slice(0, 20)) {
    const id = link.getAttribute("href").slice(1);
    location.hash = id;
    const target = document.getElementById(id);
    check(target && target.matches(":target"), `#${id} is no target`);
  }
  location.hash = "";

  // Words stand out from the ground.
  check(matchMedia(`(prefers-color-scheme: ${WANTED.scheme})`).matches, "another scheme");
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (numbers(colour)[3] !== 0 && colour !== "transparent") return colour;
    }
    return "rgb(255, 255, 255)";
  };
  for (const details of all("details")) details.open = true;
  const seen = new Set();
  for (const element of all("body *").filter(own)) {
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "");
    if (!words) continue;
    const [front, back] = [getComputedStyle(element).color, ground(element)];
    if (seen.has(front + back)) continue;
    seen.add(front + back);
    const [one, other] = [light(front), light(back)].sort((a, b) => b - a);
    const contrast = (one + 0.05) / (other + 0.05);
    check(contrast >= 7, `${element.tagName}: ${front} on ${back} is ${contrast.toFixed(2)}`);
  }
  const dark = light(ground(document.body)) < 0.1;
  check(dark === (WANTED.scheme === "dark"), "the ground is not of the scheme");

  // Lines are of a length that is read well, and nothing sticks out of a narrow screen.
  const paragraph = all("article p:not(.dienvan-note)")[0];
  if (paragraph) {
    const em = parseFloat(getComputedStyle(paragraph).fontSize);
    check(paragraph.getBoundingClientRect().width <= 45 * em, "lines are too long");
  }
  const frame = document.createElement("iframe");
  frame.width = 320;
  frame.height = 600;
  const copy = document.documentElement.cloneNode(true);
  copy.querySelectorAll("script").forEach((script) => script.remove());
  frame.srcdoc = `<!DOCTYPE html>${copy.outerHTML}`;
  frame.style.border = "0";
  document.body.append(frame);
  window.addEventListener("load", () => {
    const inner = frame.contentDocument;
    check(inner.documentElement.clientWidth <= 320, "the frame is wider");
    check(inner.documentElement.scrollWidth <= 320, `at 320 the page is ${inner.documentElement.scrollWidth} wide`);
    for (const element of inner.querySelectorAll("main *")) {
      const { right } = element.getBoundingClientRect();
      check(right <= 320.5, `${element.tagName} ends at ${right}`);
    }
    frame.remove();

    const verdict = document.createElement("pre");
    verdict.id = "verdict";
    verdict.textContent = JSON.stringify({ checks, faults });
    document.body.append(verdict);
  });
})();
