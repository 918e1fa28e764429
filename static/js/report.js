/* Writing a report: what is typed is kept on this device until the office's computer has it. */
"use strict";

const paper = document.querySelector("form[data-keep]");
const keyOf = (field) => `${paper.dataset.keep}:${field.name}`;
const stateOf = (field) => field.closest(".own-words").querySelector("[data-state]");

function say(field, sentence, wrong) {
    const state = stateOf(field);
    state.textContent = sentence;
    state.classList.toggle("not-saved", Boolean(wrong));
}

/* A device without room for it, or one that keeps nothing, must not stop the writing. */
function keep(field) {
    try {
        localStorage.setItem(keyOf(field), JSON.stringify({ before: field.defaultValue, text: field.value }));
    } catch {
        say(field, "正在写……");
    }
}

/* What another device has saved meanwhile is not overwritten without asking. */
const REPLACE = "这台设备上有一段上次没有保存上的内容，而报告后来在别处改过。要用这台设备上的内容替换吗？";
function restore(field) {
    const kept = JSON.parse(localStorage.getItem(keyOf(field)));
    localStorage.removeItem(keyOf(field));
    if (!kept || kept.text === field.value) return;
    if (kept.before !== field.value && !window.confirm(REPLACE)) return;
    field.value = kept.text;
    keep(field);
    say(field, "已找回上次没有保存上的内容");
    window.addEventListener("load", () => field.dispatchEvent(new Event("change", { bubbles: true })));
}

for (const field of paper.querySelectorAll("textarea")) {
    restore(field);
    field.addEventListener("input", () => {
        const changed = field.value !== field.defaultValue;
        if (changed) keep(field);
        else localStorage.removeItem(keyOf(field));
        say(field, changed ? "正在写……" : "");
    });
}

/* Only an answer that carries the notes is one that saved; a log-in page is not. */
paper.addEventListener("htmx:beforeOnLoad", (event) => {
    const { elt: field, requestConfig, xhr } = event.detail;
    if (xhr.status === 200 && xhr.responseText.includes("data-state")) {
        field.defaultValue = requestConfig.parameters[field.name];
        if (field.defaultValue === field.value) localStorage.removeItem(keyOf(field));
        return;
    }
    event.preventDefault();
    event.stopPropagation();
    const refused = xhr.status === 409 || xhr.status === 422;
    say(field, refused ? xhr.responseText : "没有保存上：登录可能已经过期。内容留在这台设备上，重新登录后会找回。", true);
});
paper.addEventListener("htmx:sendError", (event) => {
    say(event.detail.requestConfig.elt, "网络不通，还没有保存上。内容留在这台设备上，有网后再点“保存”。", true);
});
