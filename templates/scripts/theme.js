/* Light, dark or as the system says: runs before the first paint; a page from a folder may have no storage. What stands in no
   page because it works by script alone is made here too: the choice of colours, and the bars that filter and order tables,
   each as soon as its place has been read and before it is shown, so that nothing moves. tables.js sets the bars to work. */
(function () {
  "use strict";
  const root = document.documentElement;
  const SWITCH = '配色<button type="button" data-set-theme="auto">自动</button>'
    + '<button type="button" data-set-theme="light">浅色</button><button type="button" data-set-theme="dark">深色</button>';
  const BAR = '<label><span>筛选</span><input type="text" autocomplete="off"></label>'
    + '<label class="by"><span>排序</span><select data-ascending="，升序" data-descending="，降序">'
    + '<option value="">原来的顺序</option></select></label>'
    + '<p role="status"><span data-count hidden>筛选<q></q>，<b></b>条，共<b></b>条</span></p>';

  function stored() {
    try { return localStorage.getItem("theme"); } catch (error) { return null; }
  }

  function apply(theme) {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme; else delete root.dataset.theme;
    document.querySelectorAll("[data-set-theme]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.setTheme === (root.dataset.theme || "auto")));
    });
  }

  function furnish() {
    document.querySelectorAll("[data-tools]:empty").forEach(function (bar) { bar.innerHTML = BAR; });
  }

  /** At the end of the foot, unless the page has a choice of its own. */
  function offer() {
    const foot = document.querySelector(".foot-more"), choice = document.createElement("span");
    if (!foot || document.querySelector("[data-set-theme]")) return;
    choice.className = "theme";
    choice.setAttribute("role", "group");
    choice.setAttribute("aria-label", "配色");
    choice.innerHTML = SWITCH;
    foot.append(choice);
  }

  root.dataset.js = "";   // shows what works by script alone
  apply(stored());
  const reading = new MutationObserver(furnish);
  reading.observe(root, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", function () {
    reading.disconnect();
    furnish();
    offer();
    apply(root.dataset.theme);
  });
  document.addEventListener("click", function (event) {
    const button = event.target.closest && event.target.closest("[data-set-theme]");
    if (!button) return;
    apply(button.dataset.setTheme);
    try { localStorage.setItem("theme", button.dataset.setTheme); } catch (error) { /* the choice lasts as long as the page */ }
  });
  window.addEventListener("storage", function (event) { if (event.key === "theme") apply(event.newValue); });
})();
