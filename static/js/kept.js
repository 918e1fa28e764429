/* What was typed into a guarded form outlives an expired log-in: kept in this tab until the form is accepted. */
"use strict";

const KEPT = "kept:";
const TYPED = "textarea[name], input[name]:is([type=text], [type=tel], [type=date], [type=time])";
const person = document.documentElement.dataset.person;
const guarded = document.querySelector("form[data-guard]");
const here = KEPT + location.pathname;

function keep() {
    const values = Object.fromEntries([...guarded.querySelectorAll(TYPED)].map((field) => [field.name, field.value]));
    try {
        sessionStorage.setItem(here, JSON.stringify({ person, values }));
    } catch {
        // A tab without room keeps nothing; the form works as well.
    }
}

function putBack({ values }) {
    for (const field of guarded.querySelectorAll(TYPED)) {
        if (!(field.name in values) || field.value === values[field.name]) continue;
        field.value = values[field.name];
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }
}

/* Whoever is led to another page, or told of success, was heard. Nobody reads what another person has typed. */
function forget() {
    const succeeded = document.querySelector(".messages .notice-success");
    for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith(KEPT))) {
        const isMine = JSON.parse(sessionStorage.getItem(key)).person === person;
        if (!isMine || key !== here || succeeded) sessionStorage.removeItem(key);
    }
}

/* The log-in page knows nobody yet, and leaves everything as it is. */
if (person) {
    forget();
    if (guarded) {
        const kept = JSON.parse(sessionStorage.getItem(here));
        if (kept) putBack(kept);
        guarded.addEventListener("submit", keep);
    }
}
