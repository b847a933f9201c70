/* The search field of the masthead with the list below it, and search.html. find.js does the looking up. The words of what
   is found stand here and not in every page; those of the field in parts/search.mustache. What a field is given besides,
   its list and its voice, is made here too: it does nothing without. */
(function () {
  "use strict";

  const DP = window.DP, fold = DP.fold, home = DP.home;
  const WORDS = {
    member: "<b>党员</b>", branch: "<b>支部</b>", work: "<b>工作</b>", activity: "<b>活动</b>", project: "<b>项目</b>",
    rule: "<b>积分标准</b>", group: "<b>党小组</b>", campaign: "<b>专题</b>", story: "<b>纪实</b>", page: "<b>页面</b>",
    all: "<a>全部结果</a>", more: '<button type="button">更多</button>',
    count: "<p>找到<b></b>条</p>", some: "<p>先列出<b></b>条</p>",
    none: "<p>没有找到<q></q>。换一个短一些的词试试，姓名也可以输拼音或首字母。</p>",
    short: "<p>请再多输一个字。</p>",
    failed: "<p>搜索的索引没有读到：请看站点的search文件夹是否完整，或稍后再试。</p>",
  };

  /** A new element for `key`, its empty `<b>` or `<q>` filled with `text`. */
  function say(key, text) {
    const words = document.createElement("template");
    words.innerHTML = WORDS[key];
    const element = words.content.firstChild;
    element.setAttribute("data-say", key);
    const gap = element.querySelector("b:empty, q:empty");
    if (gap) gap.textContent = text;
    return element;
  }

  /** Appends `text`, the terms in it marked. */
  function mark(parent, text, terms) {
    const folded = fold(text);
    let done = 0;
    while (done < text.length) {
      let at = text.length, length = 0;
      for (const term of terms) {
        const found = folded.indexOf(term, done);
        if (found >= 0 && (found < at || found === at && term.length > length)) { at = found; length = term.length; }
      }
      parent.append(text.slice(done, at));
      if (length) {
        const hit = document.createElement("mark");
        hit.textContent = text.slice(at, at + length);
        parent.append(hit);
      }
      done = at + length;
    }
  }

  /** The part of the body around the first hit, from the beginning of a clause if one is near. */
  function excerpt(body, terms, length) {
    const folded = fold(body);
    const hits = terms.map(function (term) { return folded.indexOf(term); }).filter(function (at) { return at >= 0; });
    const hit = hits.length ? Math.min.apply(null, hits) : 0;
    let start = Math.max(0, hit - Math.floor(length / 3));
    const clause = Math.max.apply(null, ["\n", "。", "，", "；", "：", "！", "？"].map(function (mark) {
      return body.lastIndexOf(mark, hit - 1);
    })) + 1;
    if (hit && clause >= start) start = clause;
    const end = Math.min(body.length, start + length);
    return (start > 0 ? "…" : "") + body.slice(start, end).trim().replace(/\n/g, "　") + (end < body.length ? "…" : "");
  }

  /** The link to a result; `always` shows the beginning of the text where it holds no hit. */
  function fill(link, result, length, always) {
    const title = document.createElement("span"), note = document.createElement("small");
    title.className = "found-title";
    if (result.named) {
      const hit = document.createElement("mark");
      hit.textContent = result.title;
      title.append(hit);
    } else mark(title, result.title, result.terms);
    mark(note, result.note, result.terms);
    link.href = home + result.href;
    link.append(title, " ", note);
    const folded = fold(result.body);
    if (result.body && (always || result.terms.some(function (term) { return folded.includes(term); }))) {
      const text = document.createElement("span");
      text.className = "found-text";
      mark(text, excerpt(result.body, result.terms, length), result.terms);
      link.append(text);
    }
    return link;
  }

  function counted(groups) {
    const sum = groups.reduce(function (sum, group) { return sum + group.results.length; }, 0);
    return say(groups.some(function (group) { return group.hasMore; }) ? "some" : "count", sum);
  }

  /** Runs searches one at a time, the newest last: an older answer never covers a newer one. */
  function Searching(show) {
    let newest = 0;
    return async function (query, count) {
      const mine = ++newest;
      if (!query.trim()) return;
      let answer;
      try { answer = { groups: await DP.find(query, count) }; } catch (error) { answer = { failed: true }; }
      if (mine === newest) show(query, answer);
    };
  }

  function whenTyped(input, act) {
    let timer = 0;
    const later = function () {
      clearTimeout(timer);
      timer = setTimeout(act, 120);
    };
    input.addEventListener("input", function (event) { if (!event.isComposing) later(); });
    input.addEventListener("compositionend", later);
  }

  /* the field in the masthead: a list below it */
  function combobox(form) {
    const input = form.querySelector("input"), panel = document.createElement("div"), status = document.createElement("span");
    let options = [], active = -1;
    panel.className = panel.id = "found";
    status.className = "vh";
    status.setAttribute("role", "status");
    form.append(panel, status);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "listbox");
    panel.setAttribute("aria-label", input.getAttribute("aria-label"));

    function open(isOpen) {
      form.classList.toggle("open", isOpen);
      input.setAttribute("aria-expanded", String(isOpen));
      panel.hidden = !isOpen;
      if (!isOpen) choose(-1);
    }

    function choose(next) {
      if (options[active]) options[active].setAttribute("aria-selected", "false");
      active = next;
      if (options[active]) {
        options[active].setAttribute("aria-selected", "true");
        options[active].scrollIntoView({ block: "nearest" });
        input.setAttribute("aria-activedescendant", options[active].id);
      } else input.removeAttribute("aria-activedescendant");
    }

    function option(link) {
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      link.id = "found-" + options.length;
      link.tabIndex = -1;
      options.push(link);
      return link;
    }

    const search = Searching(function (query, answer) {
      if (query !== input.value) return;
      panel.textContent = "";
      status.textContent = "";
      options = [];
      active = -1;
      if (!answer.groups || !answer.groups.length) {
        const message = answer.failed ? say("failed") : answer.groups ? say("none", query.trim()) : say("short");
        message.setAttribute("role", "presentation");
        panel.append(message);
        status.textContent = message.textContent;
      } else {
        answer.groups.forEach(function (group) {
          if (!group.results.length) return;
          const block = document.createElement("div"), heading = say(group.kind);
          block.setAttribute("role", "group");
          heading.id = "found-" + group.kind;
          heading.setAttribute("role", "presentation");
          block.setAttribute("aria-labelledby", heading.id);
          block.append(heading);
          for (const result of group.results) block.append(option(fill(document.createElement("a"), result, 44)));
          panel.append(block);
        });
        const all = option(say("all"));
        all.href = form.action + "?q=" + encodeURIComponent(query);
        panel.append(all);
        status.textContent = counted(answer.groups).textContent;
      }
      open(true);
    });

    function update() {
      search(input.value, 3);
      if (!input.value.trim()) open(false);
    }

    whenTyped(input, update);
    input.addEventListener("focus", function () { if (input.value.trim() && panel.hidden) update(); });
    form.addEventListener("focusout", function (event) { if (!form.contains(event.relatedTarget)) open(false); });
    input.addEventListener("keydown", function (event) {
      if (event.isComposing) return;
      const count = options.length;
      if (event.key === "Escape" && !panel.hidden) open(false);
      else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
        if (panel.hidden) open(true);
        const from = active < 0 && event.key === "ArrowUp" ? 0 : active;
        choose((from + (event.key === "ArrowDown" ? 1 : -1) + count) % count);
      } else if (event.key === "Enter" && !panel.hidden && options[active]) options[active].click();
      else return;
      event.preventDefault();
    });
    open(false);
  }

  /* search.html: the results are the page */
  function page(form, area) {
    const input = form.querySelector("input"), status = document.querySelector("[data-search-status]");

    function section(group) {
      const part = document.createElement("section"), list = document.createElement("ul"), more = say("more");
      part.className = "topic block";
      const heading = document.createElement("h2");
      heading.textContent = say(group.kind).textContent;
      more.addEventListener("click", async function () {
        const before = group.results.length;
        await group.read(10, { blocks: DP.blocks });
        draw(before);
        const fresh = list.children[before];
        if (fresh) fresh.firstChild.focus();
      });
      function draw(from) {
        for (const result of group.results.slice(from)) {
          const item = document.createElement("li");
          item.append(fill(document.createElement("a"), result, 90, true));
          list.append(item);
        }
        more.hidden = !group.hasMore;
      }
      part.append(heading, list, more);
      draw(0);
      return part;
    }

    const search = Searching(function (query, answer) {
      area.textContent = "";
      status.textContent = "";
      if (answer.failed) status.append(say("failed"));
      else if (!answer.groups) status.append(say("short"));
      else if (!answer.groups.length) status.append(say("none", query.trim()));
      else {
        status.append(counted(answer.groups));
        for (const group of answer.groups) area.append(section(group));
      }
    });

    function update() {
      try {
        history.replaceState(null, "", location.pathname + (input.value ? "?q=" + encodeURIComponent(input.value) : ""));
      } catch (error) { /* some browsers forbid it in a folder */ }
      search(input.value, 6);
      if (!input.value.trim()) area.textContent = status.textContent = "";
    }

    whenTyped(input, update);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      update();
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp" || event.isComposing) return;
      const stops = [input].concat(Array.from(area.querySelectorAll("a")));
      const at = stops.indexOf(document.activeElement);
      const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (at < 0 || !next) return;
      event.preventDefault();
      next.focus();
    });
    input.value = new URLSearchParams(location.search).get("q") || "";
    if (input.value) search(input.value, 6); else input.focus();
  }

  const form = document.querySelector("form.search"), area = document.querySelector("[data-search-results]");
  if (!form) return;
  form.querySelector("input").autocomplete = "off";
  form.querySelector("input").enterKeyHint = "search";
  form.querySelector("input").setAttribute("aria-keyshortcuts", "/");
  if (area) page(form, area); else combobox(form);
  document.addEventListener("keydown", function (event) {
    const at = document.activeElement;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (at && (/^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.isContentEditable)) return;
    event.preventDefault();
    form.querySelector("input").focus();
    form.querySelector("input").select();
  });
})();
