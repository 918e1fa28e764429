/* What was filled into a guarded form outlives an expired log-in: kept in this tab until the form is accepted.
   Personal data never are: the computer may be shared. */
"use strict";

const KEPT = "kept:";
const PRIVATE = "[name][data-private]:not([type=file])";
const FILLED = ["textarea[name]", "select[name]", "input[name]:not([type=hidden], [type=file], [type=password])"]
    .map((field) => `${field}:not([data-private])`)
    .join();
const FOUND = "select[data-find]:not([data-private])";
const person = document.documentElement.dataset.person;
const guarded = document.querySelector("form[data-guard]");
// With the day that a visit is registered for, as the log-in leads back to it.
const here = KEPT + location.pathname + location.search;
let handedIn = false;

function keepFilled() {
    const filled = new FormData(guarded);
    const values = {};
    for (const field of guarded.querySelectorAll(FILLED)) {
        values[field.name] = filled.getAll(field.name).filter((value) => typeof value === "string");
    }
    const files = [...guarded.querySelectorAll("input[type=file]")].filter((field) => field.files.length);
    const rows = [...guarded.querySelectorAll("[data-formset]")].map((box) => [box.dataset.formset, rowsOf(box).length]);
    const chosen = files.map((field) => field.name);
    const found = [...guarded.querySelectorAll(FOUND)].map((field) => [field.name, chosenIn(field)]);
    const withheld = [...guarded.querySelectorAll(PRIVATE)].filter(isFilled).map((field) => field.name);
    try {
        const kept = { person, values, rows: Object.fromEntries(rows), chosen, found, withheld };
        sessionStorage.setItem(here, JSON.stringify(kept));
        handedIn = true;
    } catch {
        // A tab without room keeps nothing; the form works as well.
    }
}

function chosenIn(select) {
    return [...select.selectedOptions].map((option) => [option.value, option.text]);
}

/* Who was found by asking the server stands in no new page: they are written into it again. */
function putBackFound(found) {
    for (const [name, options] of found) {
        const select = guarded.querySelector(`select[name="${name}"]`);
        for (const [value, text] of options) {
            if (select && ![...select.options].some((option) => option.value === value)) select.add(new Option(text, value));
        }
    }
}

function isFilled(field) {
    return field.matches("[type=checkbox], [type=radio]") ? field.checked : field.value !== "";
}

function rowsOf(box) {
    return box.querySelectorAll("[data-formset-row]");
}

/* A form that repeats gets as many rows as it had; the buttons know how. */
function putBackRows(rows) {
    for (const box of guarded.querySelectorAll("[data-formset]")) {
        const before = rows[box.dataset.formset] ?? rowsOf(box).length;
        while (rowsOf(box).length < before) box.querySelector("[data-formset-add]").click();
    }
}

/* Returns whether the field stood otherwise. */
function putBackField(field, values) {
    if (field.matches("[type=checkbox], [type=radio]")) {
        const before = field.checked;
        field.checked = values.includes(field.value);
        return field.checked !== before;
    }
    if (field.matches("select")) {
        const stood = [...field.selectedOptions].map((option) => option.value);
        if (String(stood) === String(values)) return false;
        for (const option of field.options) option.selected = values.includes(option.value);
        field.tomselect?.sync();
        return true;
    }
    if (!values.length || field.value === values[0]) return false;
    field.value = values[0];
    return true;
}

function putBack({ values, rows, chosen, found, withheld }) {
    putBackRows(rows);
    putBackFound(found);
    for (const field of guarded.querySelectorAll(FILLED)) {
        if (!(field.name in values) || !putBackField(field, values[field.name])) continue;
        for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
    }
    for (const name of chosen) askAgain(guarded.querySelector(`input[type=file][name="${name}"]`), "先前选的文件没有保留，请再选一次。");
    // Once is enough: they stand together. A page that tells of errors still has them.
    const lost = withheld.map((name) => guarded.querySelector(`[name="${name}"]`)).find((field) => field && !isFilled(field));
    if (lost) askAgain(lost, "涉及个人信息的内容没有保留，请再填一次。");
}

/* No script may put a file back, nor personal data. */
function askAgain(field, sentence) {
    if (!field) return;
    const told = Object.assign(document.createElement("p"), { className: "notice notice-warning", textContent: sentence });
    told.setAttribute("role", "status");
    field.after(told);
    field.addEventListener("change", () => told.remove(), { once: true });
}

/* Whoever is led to another page, or told of success, was heard. Nobody reads what another person has typed. */
function forget() {
    const succeeded = document.querySelector(".messages .notice-success");
    for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith(KEPT))) {
        const isMine = JSON.parse(sessionStorage.getItem(key)).person === person;
        if (!isMine || key !== here || succeeded) sessionStorage.removeItem(key);
    }
}

/* What was cut off by an expired log-in or page comes back by itself; what was left lying is offered: the next
   visitor's matter is not this one's. */
function markCut() {
    for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith(KEPT))) {
        sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(sessionStorage.getItem(key)), cut: true }));
    }
}

function offer(kept) {
    const notice = Object.assign(document.createElement("div"), { className: "notice kept-offer" });
    notice.setAttribute("role", "status");
    notice.innerHTML = '<i class="bi bi-clock-history" aria-hidden="true"></i><p>上次在这一页填写的内容没有提交成功，还留着。要接着填吗？</p><div class="actions"></div>';
    const answers = notice.querySelector(".actions");
    const answer = (words, act) => {
        const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-outline-secondary", textContent: words });
        button.addEventListener("click", () => {
            sessionStorage.removeItem(here);
            notice.remove();
            act();
        });
        answers.append(button);
    };
    answer("接着填", () => putBack(kept));
    answer("不要了", () => {});
    guarded.before(notice);
}

/* The log-in page knows nobody yet, and leaves everything as it is. */
if (!person) markCut();
else {
    forget();
    const kept = JSON.parse(sessionStorage.getItem(here));
    if (guarded) {
        guarded.addEventListener("submit", keepFilled);
        const answered = "answer" in document.documentElement.dataset;
        if (kept?.cut) sessionStorage.setItem(here, JSON.stringify({ ...kept, cut: false }));
        // By then the rows have their buttons and the files theirs.
        if (kept) document.addEventListener("DOMContentLoaded", () => (kept.cut || answered ? putBack(kept) : offer(kept)));
    } else if (kept) markCut();
}

/* The page that the browser brings back after the visit was taken down is that of the visitor before. */
window.addEventListener("pageshow", (event) => {
    if (event.persisted && handedIn && !sessionStorage.getItem(here)) location.reload();
});
