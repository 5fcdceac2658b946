"use strict";
(function () {
  var zh = document.documentElement.lang.indexOf("zh") === 0;
  var say = function (c, e) { return zh ? c : e; };
  // the sentences that the filter leaves, or all changes
  var changes = function () {
    var radio = document.querySelector("input[name=show]:checked"), kind = radio ? radio.id.slice(5) : "ch";
    if (kind === "all") kind = "ch";
    return Array.prototype.filter.call(document.querySelectorAll(".b > .c." + kind + ", .a > .c.deleted"), function (e) {
      return e.classList.contains(kind) && e.offsetParent !== null;
    });
  };
  var at = -1;
  var go = function (step) {
    var list = changes();
    if (!list.length) return;
    at = at < 0 && step < 0 ? list.length - 1 : (at + step + list.length) % list.length;
    var before = document.querySelector(".now");
    if (before) before.classList.remove("now");
    list[at].classList.add("now");
    location.replace("#" + list[at].id);
  };
  var filters = { a: "all", v: "number", d: "degree", m: "mv", i: "inserted", x: "deleted", c: "ch" };
  var help = function () {
    var box = document.getElementById("help");
    if (box) { box.remove(); return; }
    box = document.createElement("div");
    box.id = "help";
    box.textContent = zh
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
    if (!document.body.classList.contains("print-all")) return;
    document.querySelectorAll("details:not(td *)").forEach(function (d) { d.open = true; });
  });
  document.addEventListener("change", function (event) { if (event.target.name === "show") at = -1; });

  // what one side of a sentence says, without its number
  var words = function (e) {
    var copy = e.cloneNode(true);
    copy.querySelectorAll(".n, cite, .rn, i").forEach(function (x) { x.remove(); });
    return copy.textContent.trim();
  };
  var copy = function (text, button) {
    var done = function () { button.textContent = say("已复制", "copied"); };
    if (navigator.clipboard && window.isSecureContext) { navigator.clipboard.writeText(text).then(done); return; }
    var area = document.createElement("textarea");
    area.value = text;
    document.body.appendChild(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    done();
  };
  var number = function (e) { var n = e.querySelector(".n"); return n ? n.textContent.replace(/[^0-9]/g, "") : ""; };
  // 修改说明: one line for each change, by the number that the page shows
  var note = function () {
    var lines = [];
    document.querySelectorAll(".b > .c.ch, .a > .c.deleted").forEach(function (e) {
      var other = document.getElementById((e.id[0] === "b" ? "a" : "b") + e.id.slice(1)), head = number(e) + ". ";
      if (e.classList.contains("deleted")) lines.push(head + say("删去“", "deleted “") + words(e) + "”");
      else if (!other) lines.push(head + say("增加“", "added “") + words(e) + "”");
      else {
        var from = Array.prototype.map.call(other.querySelectorAll("del"), words).filter(Boolean);
        var to = Array.prototype.map.call(e.querySelectorAll("ins"), words).filter(Boolean);
        if (from.length || to.length)
          lines.push(head + (from.length ? say("删去“", "deleted “") + from.join(say("”“", "”, “")) + "”" : "") +
            (from.length && to.length ? say("，", ", ") : "") +
            (to.length ? say("增加“", "added “") + to.join(say("”“", "”, “")) + "”" : ""));
        else lines.push(head + say("移动“", "moved “") + words(e) + "”");
      }
    });
    return lines.join("\n");
  };
  var rows = document.querySelector(".rows");
  var tools = document.createElement("div");
  tools.className = "tools";
  var button = function (label, action) {
    var b = document.createElement("button");
    b.type = "button";
    b.textContent = label;
    b.addEventListener("click", function () { action(b); });
    tools.appendChild(b);
  };
  if (rows && document.querySelector("input[name=show]")) {
    button(say("下一处 n", "next n"), function () { go(1); });
    button(say("上一处 N", "previous N"), function () { go(-1); });
    button(say("复制修改说明", "copy the list of changes"), function (b) { copy(note(), b); });
    button(say("复制这一处的链接", "copy link to this change"), function (b) { copy(location.href, b); });
  }
  button(say("打印全部", "print everything"), function () {
    document.body.classList.add("print-all");
    window.print();
    document.body.classList.remove("print-all");
  });
  var place = rows || document.querySelector(".points");
  if (place) place.parentNode.insertBefore(tools, rows ? place : place.nextSibling);

  // minimap: where on the page the changes of the filter are
  if (rows && window.innerWidth > 700) {
    var map = document.createElement("button"), canvas = document.createElement("canvas");
    map.id = "map";
    map.type = "button";
    map.setAttribute("aria-label", say("改动分布，点击跳到该处", "where the changes are; click to go there"));
    map.appendChild(canvas);
    document.body.appendChild(map);
    var draw = function () {
      var height = canvas.height = map.clientHeight, width = canvas.width = map.clientWidth;
      var total = document.documentElement.scrollHeight, context = canvas.getContext("2d");
      var style = getComputedStyle(document.documentElement);
      changes().forEach(function (e) {
        var name = e.classList.contains("mv") ? "--move-line" : e.classList.contains("deleted") ? "--del-line" : "--ins-line";
        context.fillStyle = style.getPropertyValue(name);
        context.fillRect(1, (e.getBoundingClientRect().top + scrollY) / total * height, width, 2);
      });
    };
    map.addEventListener("click", function (event) {
      scrollTo(0, event.clientY / map.clientHeight * document.documentElement.scrollHeight - innerHeight / 2);
    });
    document.addEventListener("change", draw);
    window.addEventListener("resize", draw);
    window.addEventListener("load", draw);
  }
  if (location.hash) open();
})();
