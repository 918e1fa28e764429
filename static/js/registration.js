/* Visitors one after another with the keyboard: shortcuts, what the channel asks for, suggestions while typing. */
"use strict";

const form = document.querySelector("form[data-suggest]");
const ways = JSON.parse(document.getElementById("ways").textContent);
const part = (name, box = form) => box.querySelector(`[name$="-${name}"]`);
const rowsOfMatters = () => [...form.querySelectorAll("[data-formset-row]")];
const rowInHand = () => document.activeElement?.closest("[data-formset-row]") ?? rowsOfMatters().at(-1);

/* What the channel asks for */
function followChannel() {
    const channel = part("channel");
    if (!channel) return;
    const way = ways[channel.value];
    for (const box of form.querySelectorAll("[data-own]")) box.hidden = !(box.dataset.own in way.labels);
    for (const [name, words] of Object.entries(way.labels)) {
        const label = form.querySelector(`label[for^="id_visit-${name}"]`);
        if (label) label.firstChild.textContent = words;
    }
    const kind = form.querySelector(`[name="visitor-kind"][value="${way.kind}"]`);
    if (kind && !part("name").value) kind.checked = true;
}

/* Set a select as if somebody had chosen. */
function choose(select, value) {
    if (!select) return;
    if (select.tomselect) select.tomselect.setValue(String(value));
    else select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
}

/* Links to earlier matters: "voter:12:石坎〔2025〕12号 subject:…" in a field of the row. */
const linksOf = (row) => part("earlier", row).value.split(" ").filter(Boolean);
function setLinks(row, links) {
    part("earlier", row).value = links.join(" ");
    show(row);
}
const isLinked = (row, pk) => linksOf(row).some((link) => link.split(":")[1] === String(pk));

function button(words, act) {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-outline-secondary", textContent: words });
    made.addEventListener("click", act);
    return made;
}

function line(...pieces) {
    const made = document.createElement("p");
    made.append(...pieces);
    return made;
}

const based = (guess) => Object.assign(document.createElement("span"), { className: "based", textContent: `（依据：${guess.words}）` });

/* Take category and nature; the unit too where the matter is to be referred. */
function adopt(row) {
    const { category, nature, units } = row.suggested?.guesses ?? {};
    if (category) choose(part("category", row), category.value);
    if (nature) choose(part("nature", row), nature.value);
    if (units && part("outcome", row)?.value === "referred" && !part("unit", row).value) choose(part("unit", row), units[0].value);
}

function guesses(row, found) {
    const lines = [];
    const { category, nature, units, guidance } = found;
    if (category || nature) {
        const made = line("可能是：");
        for (const guess of [category, nature].filter(Boolean)) made.append(guess.label, based(guess));
        made.append(button("采用", () => adopt(row)));
        lines.push(made);
    }
    if (units && part("unit", row)) {
        const made = line("可以转给：");
        for (const unit of units) {
            made.append(button(unit.label, () => {
                choose(part("outcome", row), "referred");
                choose(part("unit", row), unit.value);
            }));
        }
        made.append(based(units[0]));
        lines.push(made);
    }
    if (guidance && part("guidance", row)) {
        lines.push(line("可能不属于受理范围：", guidance.label, based(guidance), button("不予受理", () => {
            choose(part("outcome", row), "not_accepted");
            choose(part("guidance", row), guidance.value);
        })));
    }
    return lines;
}

function earlierLine(row, one) {
    const link = Object.assign(document.createElement("a"), { href: one.url, target: "_blank", textContent: `${one.number} ${one.title}` });
    const made = line(`${one.label}：`, link, Object.assign(document.createElement("span"), { className: "based", textContent: `${one.on}，${one.visitor}，${one.status}` }));
    if (!isLinked(row, one.pk)) {
        const act = button("关联", () => setLinks(row, [...linksOf(row), `${one.kind}:${one.pk}:${one.number}`]));
        act.dataset.link = one.pk;
        made.append(act);
    }
    return made;
}

function linkedLine(row) {
    const made = line("已关联：");
    for (const link of linksOf(row)) {
        made.append(link.split(":")[2] ?? "", button("取消", () => setLinks(row, linksOf(row).filter((other) => other !== link))));
    }
    return made;
}

function show(row) {
    const box = row.querySelector("[data-suggested]");
    const lines = guesses(row, row.suggested?.guesses ?? {});
    lines.push(...(row.suggested?.earlier ?? []).map((one) => earlierLine(row, one)));
    if (linksOf(row).length) lines.push(linkedLine(row));
    box.replaceChildren(...lines);
}

/* Ask what is suggested for a row, a little after the last key. Only the newest answer counts. */
function ask(row) {
    clearTimeout(row.waiting);
    row.waiting = setTimeout(async () => {
        const turn = (row.turn = (row.turn ?? 0) + 1);
        const asked = new FormData();
        asked.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
        asked.set("place", form.dataset.place ?? part("jurisdiction")?.value ?? "");
        asked.set("kind", form.querySelector('[name="visitor-kind"]:checked')?.value ?? "");
        for (const name of ["name", "phone"]) asked.set(name, form.elements[`visitor-${name}`].value);
        for (const name of ["title", "words"]) asked.set(name, part(name, row).value);
        try {
            const answer = await fetch(form.dataset.suggest, { method: "POST", body: asked });
            if (!answer.ok || turn !== row.turn) return;
            row.suggested = await answer.json();
            show(row);
        } catch {
            // Without suggestions the page works as well.
        }
    }, 350);
}

function listen() {
    form.addEventListener("input", (event) => {
        const row = event.target.closest("[data-formset-row]");
        if (row && /-(title|words)$/.test(event.target.name)) ask(row);
        else if (/^visitor-(name|phone|kind)$/.test(event.target.name)) rowsOfMatters().forEach(ask);
    });
    form.addEventListener("change", (event) => {
        if (event.target.name === "visit-channel") followChannel();
        if (event.target.name?.endsWith("-earlier")) show(event.target.closest("[data-formset-row]"));
        // To be referred: the unit that is suggested stands there already, to be changed.
        const row = event.target.closest("[data-formset-row]");
        if (row && event.target.name.endsWith("-outcome") && event.target.value === "referred") {
            const units = row.suggested?.guesses.units;
            if (units && part("unit", row) && !part("unit", row).value) choose(part("unit", row), units[0].value);
        }
    });
    document.addEventListener("keydown", (event) => {
        if (event.isComposing) return;
        const act = SHORTCUTS[event.altKey && !event.ctrlKey ? event.code : event.ctrlKey && event.key === "Enter" ? "send" : ""];
        if (!act) return;
        event.preventDefault();
        act();
    });
}

const SHORTCUTS = {
    send: () => form.requestSubmit(form.querySelector("[type=submit][name=next]")),
    KeyN: () => form.querySelector("[data-formset-add]").click(),
    KeyJ: () => adopt(rowInHand()),
    KeyG: () => rowInHand().querySelector("[data-link]")?.click(),
};

/* The cursor stands where the next visitor begins, or at what is to be corrected. */
function begin() {
    if (matchMedia("(pointer: coarse)").matches) return;
    const wrong = form.querySelector(".is-invalid:not([type=hidden])");
    const first = form.dataset.next === undefined ? part("jurisdiction") ?? part("channel") : null;
    (wrong ?? first ?? form.querySelector('[name="visitor-kind"]:checked'))?.focus();
}

followChannel();
listen();
rowsOfMatters().filter((row) => linksOf(row).length).forEach(show);
document.addEventListener("DOMContentLoaded", begin);
