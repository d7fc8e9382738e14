/* Filters, sorting and downloads. Every page reads well without this script. */
(() => {
  "use strict";
  const STEP = 100; // rows of a long table that are shown at a time
  const words = (text) => (text || "").split(/\s+/).filter(Boolean);
  const NEW = '<span class="badge badge--updates">New</span> ';
  const number = (value) => value.toLocaleString("en");

  function button(css, after) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = css;
    after.after(made);
    return made;
  }

  /* A form narrows the items inside its target; what is chosen stands in the address. */
  function setUp(form) {
    const target = document.getElementById(form.dataset.filters);
    if (!target) return;
    const items = [...target.querySelectorAll("[data-item]")];
    const texts = new Map();
    const textOf = (item) => {
      if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
      return texts.get(item);
    };
    const fields = [...form.elements].filter((field) => field.name);
    const of = (field) => field.dataset.of || field.name; // two lists may ask for one thing: both sources of a pair
    const count = form.querySelector(".filters__count");
    const clear = form.querySelector("[type=reset]");
    const groups = [...target.querySelectorAll("[data-group]")];
    const folds = [...target.querySelectorAll("details.fold--more")];
    const digests = [...target.querySelectorAll("[data-unfiltered]")];
    const more = "paged" in target.dataset ? button("more-rows", target) : null;
    let limit = STEP;
    let narrowed = false; // folds that a filter opened close with it

    const apply = () => {
      const asked = fields.filter((f) => f.value).map((f) => [of(f), f.value]);
      let found = 0;
      for (const item of more ? target.querySelectorAll("[data-item]") : items) {
        const keep = asked.every(([name, value]) =>
          name === "words"
            ? words(value.toLowerCase()).every((word) => textOf(item).includes(word))
            : words(item.dataset[name]).includes(value));
        found += keep;
        const hidden = !keep || (more && found > limit);
        if (item.hasAttribute("data-off") === keep) item.toggleAttribute("data-off", !keep);
        if (item.hidden !== hidden) item.hidden = hidden;
      }
      for (const group of groups) group.hidden = !group.querySelector("[data-item]:not([hidden])");
      for (const digest of digests) digest.hidden = asked.length > 0;
      if (asked.length || narrowed) for (const fold of folds) fold.open = asked.length > 0;
      narrowed = asked.length > 0;
      clear.hidden = !asked.length;
      count.textContent = asked.length ? `${number(found)} of ${number(items.length)}` : "";
      if (more) {
        more.hidden = found <= limit;
        more.textContent = `Show ${number(Math.min(STEP, found - limit))} more of ${number(found - limit)}`;
      }
    };
    if (more) more.addEventListener("click", () => { limit += STEP; apply(); });
    target.addEventListener("reordered", apply);
    const remember = () => {
      const address = new URLSearchParams();
      for (const field of fields) if (field.value) address.set(field.name, field.value);
      const query = address.toString();
      try {
        history.replaceState(null, "", (query ? `?${query}` : location.pathname.split("/").pop()) + location.hash);
      } catch { /* some browsers forbid it for files; the filter works all the same */ }
    };

    const wanted = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = wanted.get(field.name);
      if (value !== null) field.value = value;
    }
    for (const select of form.querySelectorAll("select")) {
      const there = new Set(items.flatMap((item) => words(item.dataset[of(select)])));
      for (const option of [...select.options]) {
        if (option.value && !there.has(option.value)) option.remove();
      }
      if (select.selectedIndex < 0) select.selectedIndex = 0;
      if (select.options.length < 2) select.closest("label").hidden = true; // nothing to choose
    }
    const labels = [...form.querySelectorAll("label:not([hidden])")];
    if (!labels.length) return form.remove();
    foldOnPhones(form, labels.slice(2));
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => { limit = STEP; apply(); remember(); });
    form.addEventListener("reset", () => setTimeout(() => { limit = STEP; apply(); remember(); }));
    for (const csv of form.querySelectorAll("[data-csv]")) {
      csv.addEventListener("click", () => download(target, csv.dataset.csv));
    }
    apply();
    target.dataset.ready = "";
  }

  /* On a phone the first two lists are enough to begin with, unless the address asks for another. */
  function foldOnPhones(form, rest) {
    const all = form.querySelector(".filters__more");
    if (rest.length < 2 || rest.some((label) => label.querySelector("select, input").value)) return;
    for (const label of rest) label.dataset.more = "";
    all.hidden = false;
    all.addEventListener("click", () => {
      all.hidden = true;
      for (const label of rest) delete label.dataset.more;
      rest[0].querySelector("select, input").focus();
    });
  }

  /* The rows that the filter keeps, as a file. A cell that a spreadsheet would run as a formula becomes text. */
  function download(table, name) {
    const cell = (node) => {
      const text = node.textContent.replace(/\s+/g, " ").trim();
      return `"${(/^[=+\-@]/.test(text) ? "'" + text : text).replace(/"/g, '""')}"`;
    };
    const rows = [...table.querySelectorAll("tr")].filter((row) => !row.hasAttribute("data-off"));
    const text = rows.map((row) => [...row.cells].map(cell).join(",")).join("\r\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + text], { type: "text/csv" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /* Columns sort by their text, or by data-order where a cell has it. */
  function sortable(table) {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const sort = document.createElement("button");
      sort.type = "button";
      sort.className = "sort";
      sort.title = "Sort by this column";
      sort.setAttribute("aria-label", `Sort by ${head.textContent.trim()}`);
      const end = head.querySelector("small");
      head.insertBefore(document.createTextNode("\u00a0"), end); // the sign never stands in a line of its own
      head.insertBefore(sort, end);
      sort.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const key = (row) => row.cells[column].dataset.order ?? row.cells[column].textContent.trim();
        const order = new Intl.Collator("en", { numeric: true });
        const rows = [...body.rows].map((row) => [key(row), row]);
        rows.sort((a, b) => (up ? 1 : -1) * order.compare(a[0], b[0]));
        body.remove(); // thousands of rows are moved at once, not seen one by one
        body.replaceChildren(...rows.map(([, row]) => row));
        table.append(body);
        table.dispatchEvent(new Event("reordered"));
      });
    });
  }

  /* A link into a folded list opens the fold; a link to a claim opens all that is told of it. */
  function unfold() {
    const id = decodeURIComponent(location.hash.slice(1));
    const aim = id && document.getElementById(id);
    let fold = aim && aim.closest("details:not([open])");
    for (; fold; fold = aim.closest("details:not([open])")) fold.open = true;
    if (aim) aim.scrollIntoView();
    const told = aim && aim.closest(".claim")?.querySelector(".claim__foot > details");
    if (told) told.open = true;
  }

  /* Beside an opened citation a button copies it: the quotation with its source and its place in the site. */
  function copied(event) {
    const text = event.target.matches("details.cite") && event.target.querySelector("p");
    if (!text || !navigator.clipboard || event.target.querySelector("button")) return;
    const copy = button("copy", text);
    copy.textContent = "Copy";
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent);
      copy.textContent = "Copied";
    });
  }

  /* Corrections made since the reader last looked through them are marked; which those are stays on this machine. */
  function markNew() {
    const changes = [...document.querySelectorAll("[data-change]")];
    const key = `corrections ${document.querySelector("meta[property='og:site_name']")?.content}`;
    try {
      const seen = localStorage.getItem(key);
      const known = changes.findIndex((change) => change.dataset.change === seen);
      const fresh = seen ? changes.slice(0, known < 0 ? changes.length : known) : [];
      for (const change of fresh) (change.querySelector("p") ?? change).insertAdjacentHTML("afterbegin", NEW);
      if (document.querySelector(".change")) localStorage.setItem(key, changes[0].dataset.change);
    } catch { /* where nothing may be kept, nothing is marked */ }
  }

  /* The theme gives its search no name, and a dialog needs one. */
  document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search");
  document.querySelectorAll("form[data-filters]").forEach(setUp);
  document.querySelectorAll("table[data-sortable]").forEach(sortable);
  markNew();
  document.addEventListener("toggle", copied, true); // it does not bubble
  window.addEventListener("hashchange", unfold);
  unfold();
})();
