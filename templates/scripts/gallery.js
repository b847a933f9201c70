/* A picture of a gallery opens over the page. Without this its link leads to the picture alone. Words of the interface stand
   in templates/parts/lightbox.mustache. */
(function () {
  "use strict";

  const dialog = document.getElementById("lightbox");
  const links = Array.from(document.querySelectorAll(".gallery a"));
  if (!dialog || !dialog.showModal || !links.length) return;

  const picture = document.createElement("img"), caption = dialog.querySelector("figcaption");
  const count = dialog.querySelector("[data-count]"), steps = dialog.querySelectorAll("[data-step]");
  let group = [], at = 0;
  caption.before(picture);

  function show(index) {
    at = (index + group.length) % group.length;
    const small = group[at].querySelector("img");
    picture.removeAttribute("src");   // what was shown before doesn't stand in for what is loading
    picture.width = small.getAttribute("width");
    picture.height = small.getAttribute("height");
    picture.alt = small.alt;
    picture.src = group[at].href;
    const words = group[at].parentElement.querySelector("figcaption");
    caption.textContent = words ? words.textContent : "";
    count.textContent = group.length > 1 ? at + 1 + "／" + group.length : "";
    for (const step of steps) step.hidden = group.length < 2;
  }

  document.addEventListener("click", function (event) {
    const link = event.target.closest(".gallery a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    group = Array.from(link.closest(".gallery").querySelectorAll("a"));
    show(group.indexOf(link));
    dialog.showModal();
  });

  dialog.addEventListener("click", function (event) {
    const step = event.target.closest("[data-step]");
    if (step) show(at + Number(step.dataset.step));
    else if (!event.target.closest("img, figcaption")) dialog.close();
  });

  dialog.addEventListener("keydown", function (event) {
    if (group.length < 2) return;
    if (event.key === "ArrowRight") show(at + 1);
    else if (event.key === "ArrowLeft") show(at - 1);
  });

  /* The reader is back where she was: at the picture she saw last. */
  dialog.addEventListener("close", function () {
    picture.removeAttribute("src");
    group[at].focus();
  });
})();
