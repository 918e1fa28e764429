/* What pages do beside links and forms: larger type, rows that open, forms that are not lost, long selects. */
"use strict";

const YEAR = 365 * 24 * 60 * 60;
const LONG_SELECT = 12;

/* Larger type: at once, and remembered. */
document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-large-type]");
    if (!button) return;
    const large = document.documentElement.classList.toggle("large-type");
    document.cookie = `large_type=${large ? 1 : 0}; path=/; max-age=${YEAR}; samesite=lax`;
    button.setAttribute("aria-pressed", large);
    button.lastChild.textContent = large ? "换回标准字号" : "换成大字版";
});

/* Rows with data-href open by click and by Enter; links and buttons inside keep their own meaning. */
const CONTROLS = "a, button, input, select, textarea, label, summary";
function openRow(event) {
    const row = event.target.closest("[data-href]");
    if (!row || event.target.closest(CONTROLS) || String(window.getSelection())) return;
    if (event.ctrlKey || event.metaKey) window.open(row.dataset.href);
    else window.location.href = row.dataset.href;
}
document.addEventListener("click", openRow);
document.addEventListener("keydown", (event) => {
    if (event.key === "Enter") openRow(event);
});

/* A changed form is not left by accident. */
const changed = new Set();
document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-guard]");
    if (form) changed.add(form);
});
/* An impatient finger sends it once; a page that the browser brings back may be sent again. */
const sent = new Set();
document.addEventListener("submit", (event) => {
    changed.delete(event.target);
    if (sent.has(event.target)) event.preventDefault();
    else if (event.target.matches("form[data-guard]")) sent.add(event.target);
});
window.addEventListener("pageshow", () => sent.clear());
window.addEventListener("beforeunload", (event) => {
    if ([...changed].some((form) => form.isConnected)) event.preventDefault();
});

/* A file is chosen by a button of the page: the browser's own speaks the browser's language. */
function dress(field) {
    const photos = "photos" in field.dataset;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-outline-secondary choose-file" });
    button.innerHTML = `<i class="bi bi-${photos ? "camera" : "paperclip"}" aria-hidden="true"></i>${field.dataset.button}`;
    button.addEventListener("click", () => field.click());
    field.classList.add("visually-hidden");
    field.tabIndex = -1;
    field.before(button);
    if (photos) return; // the pictures themselves are shown
    const names = Object.assign(document.createElement("p"), { className: "chosen-files" });
    names.setAttribute("aria-live", "polite");
    field.after(names);
    field.addEventListener("change", () => {
        names.textContent = [...field.files].map((file) => file.name).join("、");
    });
}

/* A field of too many people asks the server for those whose names match. */
function finder(address) {
    return {
        placeholder: "输入姓名、拼音或首字母",
        loadThrottle: 200,
        load(words, show) {
            const asked = new URL(address, location.href);
            asked.searchParams.set("q", words);
            this.clearOptions();
            fetch(asked)
                .then((answer) => answer.json())
                .then((answer) => show(answer.found))
                .catch(() => show());
        },
    };
}

/* Long selects can be searched by typing. */
const WORDS = {
    no_results: () => '<div class="no-results">没有找到，换个词试试</div>',
    not_loading: () => "",
};
function prepare(root) {
    for (const field of root.querySelectorAll("input[data-button]:not(.visually-hidden)")) dress(field);
    for (const row of root.querySelectorAll("[data-href]:not([tabindex])")) row.tabIndex = 0;
    for (const select of root.querySelectorAll("select:not([data-plain]):not(.tomselected)")) {
        if (select.options.length > LONG_SELECT || select.multiple || select.dataset.find) {
            new window.TomSelect(select, {
                maxOptions: null,
                // All options are here already: waiting would only open the list again over the next field.
                refreshThrottle: 0,
                searchField: ["text", "search"],
                ...(select.dataset.find ? finder(select.dataset.find) : {}),
                ...(select.multiple && !select.dataset.find ? { placeholder: "点这里选择，可以选几个", hidePlaceholder: true } : {}),
                plugins: select.multiple ? { remove_button: { title: "去掉" } } : {},
                render: WORDS,
            });
        }
    }
}

/* What a phone folds stands open where there is room, on paper, and where a link of the page leads into it. */
const unfold = (fold) => (fold.open = true);
const foldedIn = (root) => root.querySelectorAll("details[data-open-wide]");
window.addEventListener("beforeprint", () => foldedIn(document).forEach(unfold));
document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.hash.slice(1));
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) unfold(fold);
});

document.addEventListener("DOMContentLoaded", () => {
    prepare(document);
    if (matchMedia("(min-width: 768px)").matches) foldedIn(document).forEach(unfold);
    document.querySelector(".error-summary")?.focus();
});
document.addEventListener("htmx:afterSwap", (event) => prepare(event.target));
