/* In graphs of theorems: a preview beside the node that is pointed at or has the focus, and the
   edges at it made bold.  Without this script, nodes are links with a hint all the same.
   On paper: proofs are unfolded. */
(() => {
  "use strict";

  const preview = document.createElement("div");
  preview.setAttribute("role", "tooltip");
  preview.id = "derive-preview";
  preview.hidden = true;

  const show = (node) => {
    const hint = node.querySelector("title").dataset.text;
    const [heading, ...statement] = hint.split("\n");
    const strong = document.createElement("strong");
    strong.textContent = heading;
    preview.replaceChildren(strong, statement.join("\n"));
    preview.className = `derive-preview ${[...node.classList].join(" ")}`;
    preview.hidden = false;
    const box = node.getBoundingClientRect();
    const left = Math.min(box.left, window.innerWidth - preview.offsetWidth - 8);
    const below = box.bottom + 6;
    const fits = below + preview.offsetHeight < window.innerHeight;
    preview.style.left = `${Math.max(8, left)}px`;
    preview.style.top = `${fits ? below : Math.max(8, box.top - preview.offsetHeight - 6)}px`;
    const name = node.dataset.name;
    for (const edge of node.ownerSVGElement.querySelectorAll(".derive-edge")) {
      const near = edge.dataset.from === name || edge.dataset.to === name;
      edge.classList.toggle("derive-near", near);
    }
  };

  const hide = (node) => {
    preview.hidden = true;
    for (const edge of node.ownerSVGElement.querySelectorAll(".derive-near")) {
      edge.classList.remove("derive-near");
    }
  };

  const begin = () => {
    const nodes = document.querySelectorAll("svg.derive-drawing .derive-node[data-name]");
    if (nodes.length === 0) return;
    document.body.append(preview);
    for (const node of nodes) {
      const title = node.querySelector("title");
      title.dataset.text = title.textContent;
      title.textContent = ""; /* else the hint of the browser would cover the preview */
      node.setAttribute("aria-description", title.dataset.text);
      for (const event of ["mouseenter", "focus"]) node.addEventListener(event, () => show(node));
      for (const event of ["mouseleave", "blur"]) node.addEventListener(event, () => hide(node));
    }
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") preview.hidden = true;
    });
  };

  const folded = [];
  window.addEventListener("beforeprint", () => {
    folded.push(...document.querySelectorAll("details.derive-proof:not([open])"));
    for (const proof of folded) proof.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const proof of folded.splice(0)) proof.open = false;
  });

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
