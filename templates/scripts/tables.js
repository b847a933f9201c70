/* Tables marked data-sortable get buttons in their headers; a bar marked data-tools before them filters. Both are right
   without this: the order of the page is the one that counts, and a third press of a header brings it back. theme.js makes
   the bar. What is printed is what is shown. */
(function () {
  "use strict";

  const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });
  const HEADINGS = "[data-heading], .month";
  const NUMBER = /^[+−-]?\d[\d,]*(\.\d+)?\D{0,3}$/, DATE = /^\d{4}-\d\d-\d\d$/;

  /** What a cell is sorted by: what the template says, a date, a name without its tags, or the text. */
  function valueOf(cell) {
    if (!cell) return "";
    if (cell.dataset.value !== undefined) return cell.dataset.value;
    const time = cell.querySelector("time[datetime]"), link = cell.querySelector("a");
    const text = (time ? time.getAttribute("datetime") : (link || cell).textContent).trim();
    return text === "–" ? "" : text;
  }

  function numberOf(text) { return parseFloat(text.replace(/,/g, "").replace("−", "-")); }

  function sortable(table) {
    const heads = Array.from(table.tHead.rows[0].cells);
    const parts = Array.from(table.tBodies).map(function (body) { return { body: body, rows: Array.from(body.rows) }; });
    const rows = [].concat.apply([], parts.map(function (part) { return part.rows; })).filter(function (row) { return !row.matches(HEADINGS); });
    const columns = [];
    if (table.matches(".ledger")) {
      const note = document.createElement("p");
      note.className = "note when-sorted";
      note.textContent = "已重新排列：累计只在按日期排列时才有意义，所以收起；表头按第三次，恢复原来的顺序。";
      table.before(note);
    }

    function put(column, direction) {
      heads.forEach(function (head, i) {
        if (i === column && direction) head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
        else head.removeAttribute("aria-sort");
      });
      table.toggleAttribute("data-sorted", direction !== 0);
      if (!direction) return parts.forEach(function (part) { part.body.append.apply(part.body, part.rows); });
      const keyed = rows.map(function (row, at) {
        return { row: row, at: at, key: columns[column].byOrder ? String(at + 1) : valueOf(row.cells[column]) };
      });
      const numeric = columns[column].numeric;
      keyed.sort(function (a, b) {
        if (!a.key || !b.key) return !a.key - !b.key || a.at - b.at;   // nothing stands last, whichever way
        const order = numeric ? numberOf(a.key) - numberOf(b.key) : collator.compare(a.key, b.key);
        return order * direction || a.at - b.at;
      });
      parts[0].body.append.apply(parts[0].body, keyed.map(function (one) { return one.row; }));
    }

    heads.forEach(function (head, i) {
      if (head.dataset.sort === "none" || !head.textContent.trim() || head.querySelector(".vh")) return;
      const values = rows.map(function (row) { return valueOf(row.cells[i]); }).filter(Boolean);
      const byOrder = head.dataset.sort === "order";   // the page's own, whatever the cells say
      const numeric = byOrder || values.length > 0 && values.every(function (value) { return NUMBER.test(value); });
      const first = numeric || values.some(function (value) { return DATE.test(value); }) ? -1 : 1;
      const button = document.createElement("button");
      columns[i] = { name: head.textContent.trim(), numeric: numeric, byOrder: byOrder };
      button.type = "button";
      button.className = "sort";
      button.append.apply(button, Array.from(head.childNodes));
      head.append(button);
      button.addEventListener("click", function () {
        const now = { ascending: 1, descending: -1 }[head.getAttribute("aria-sort")] || 0;
        put(i, now === 0 ? first : now === first ? -first : 0);
      });
    });
    return { columns: columns, put: put };
  }

  /** Without what nobody sees: it comes with names that are pasted. */
  function fold(text) { return text.normalize("NFKC").replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "").toLowerCase(); }

  function tools(bar, tables) {
    const scope = bar.parentElement;
    const field = bar.querySelector("input"), select = bar.querySelector("select"), count = bar.querySelector("[data-count]");
    const rows = Array.from(scope.querySelectorAll(bar.dataset.rows || "table[data-sortable] > tbody > tr:not(" + HEADINGS + ")"));
    const groups = Array.from(scope.querySelectorAll(bar.dataset.groups || "tbody")).map(function (element) {
      return { element: element, rows: rows.filter(function (row) { return element.contains(row); }) };
    });
    const texts = new Map();

    function textOf(row) {
      if (!texts.has(row)) {
        const keys = Array.from(row.querySelectorAll("[data-value]")).map(function (cell) { return cell.dataset.value; });
        texts.set(row, fold(row.textContent + " " + keys.concat(keys.map(function (key) { return key.replace(/ /g, ""); })).join(" ")));
      }
      return texts.get(row);
    }

    function filter() {
      const terms = fold(field.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        row.hidden = !terms.every(function (term) { return textOf(row).includes(term); });
        if (!row.hidden) shown++;
      }
      // A heading over nothing goes too.
      for (const group of groups) {
        group.element.toggleAttribute("data-emptied", group.rows.length > 0 && group.rows.every(function (row) { return row.hidden; }));
      }
      count.hidden = !terms.length;
      bar.toggleAttribute("data-filtering", terms.length > 0);
      const gaps = count.querySelectorAll("b, q");
      [field.value.trim(), shown, rows.length].forEach(function (text, i) { gaps[i].textContent = text; });
    }

    let timer = 0;
    field.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(filter, 100);
    });
    field.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || event.isComposing || !field.value) return;
      field.value = "";
      filter();
    });
    if (field.value) filter();   // a browser keeps what was typed when one comes back
    // On a phone a table is a list without headers: the same orders in a list of choices.
    const table = tables.get(scope.querySelector("table[data-sortable]"));
    if (!table || !select) return;
    table.columns.forEach(function (column, i) {
      for (const direction of [-1, 1]) {
        const option = document.createElement("option");
        option.value = i + "," + direction;
        option.textContent = column.name + (direction > 0 ? select.dataset.ascending : select.dataset.descending);
        select.append(option);
      }
    });
    select.addEventListener("change", function () {
      const [column, direction] = select.value.split(",").map(Number);
      table.put(column, direction || 0);
    });
  }

  /* Some browsers take a table that is laid out as a list for no table any more: its parts say what they are. */
  const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };
  document.querySelectorAll("table:is(.as-list, .standard)").forEach(function (table) {
    [table].concat(Array.from(table.querySelectorAll("thead, tbody, tfoot, tr, td, th"))).forEach(function (part) {
      const head = part.scope === "row" || part.scope === "rowgroup" ? "rowheader" : "columnheader";
      part.setAttribute("role", ROLES[part.tagName] || head);
    });
  });

  const tables = new Map();
  document.querySelectorAll("table[data-sortable]").forEach(function (table) { tables.set(table, sortable(table)); });
  document.querySelectorAll("[data-tools]").forEach(function (bar) { tools(bar, tables); });

  /** Marks on the strip of months the one in view. */
  const strip = document.querySelector(".led .y12");
  if (strip) {
    const links = Array.from(strip.querySelectorAll("a"));
    const months = links.map(function (link) { return document.getElementById(link.hash.slice(1)); });
    let waits = false;
    const mark = function () {
      waits = false;
      const line = strip.getBoundingClientRect().bottom + 90;
      let now = -1;
      months.forEach(function (month, i) { if (month && month.offsetHeight && month.getBoundingClientRect().top < line) now = i; });
      links.forEach(function (link, i) { if (i === now) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current"); });
    };
    addEventListener("scroll", function () { if (!waits) waits = !!requestAnimationFrame(mark); }, { passive: true });
    mark();
  }
})();
