"use strict";
(function () {
  var changes = function () {
    return Array.prototype.filter.call(document.querySelectorAll(".b > .c.ch, .a > .c.deleted"), function (e) {
      return e.offsetParent !== null;
    });
  };
  var at = -1;
  var go = function (step) {
    var list = changes();
    if (!list.length) return;
    at = (at + step + list.length) % list.length;
    location.replace("#" + list[at].id);
  };
  var filters = { a: "all", v: "number", d: "degree", m: "mv", i: "inserted", x: "deleted", c: "ch" };
  var help = function () {
    var box = document.getElementById("help");
    if (box) { box.remove(); return; }
    box = document.createElement("div");
    box.id = "help";
    box.textContent = document.documentElement.lang.indexOf("zh") === 0
      ? "n / N 下一处、上一处改动；1–9 到各部分；a 全部 v 数值 d 程度词 m 移动 i 新增 x 删去 c 所有改动；Esc 关闭"
      : "n / N next, previous change; 1-9 parts; a all v figures d degree m moved i added x removed c changes; Esc closes";
    document.body.appendChild(box);
  };
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "radio") return;
    if (event.key === "n") go(1);
    else if (event.key === "N") go(-1);
    else if (event.key === "?") help();
    else if (event.key === "Escape") { var box = document.getElementById("help"); if (box) box.remove(); }
    else if (/^[1-9]$/.test(event.key) && document.getElementById("p" + event.key)) location.hash = "p" + event.key;
    else if (filters[event.key]) {
      var radio = document.getElementById("show-" + filters[event.key]);
      if (radio) { radio.checked = true; at = -1; }
    }
  });
  var open = function () {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var e = target; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
    if (target) target.scrollIntoView({ block: "center" });
  };
  window.addEventListener("hashchange", open);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not(td *)").forEach(function (d) { d.open = true; });
  });
  if (location.hash) open();
})();
