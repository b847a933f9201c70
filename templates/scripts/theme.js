/* Light, dark or as the system says. Runs before the first paint; a page from a folder may have no storage. */
(function () {
  "use strict";
  const root = document.documentElement;

  function stored() {
    try { return localStorage.getItem("theme"); } catch (error) { return null; }
  }

  function apply(theme) {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme; else delete root.dataset.theme;
    document.querySelectorAll("[data-set-theme]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.setTheme === (root.dataset.theme || "auto")));
    });
  }

  root.dataset.js = "";   // shows what works by script alone
  apply(stored());
  document.addEventListener("DOMContentLoaded", function () { apply(root.dataset.theme); });
  document.addEventListener("click", function (event) {
    const button = event.target.closest && event.target.closest("[data-set-theme]");
    if (!button) return;
    apply(button.dataset.setTheme);
    try { localStorage.setItem("theme", button.dataset.setTheme); } catch (error) { /* the choice lasts as long as the page */ }
  });
  window.addEventListener("storage", function (event) { if (event.key === "theme") apply(event.newValue); });
})();
