/* On a phone the rows of the admin's tables are cards: each cell carries the heading of its column. */
"use strict";

function label(table) {
    const headings = [...table.querySelectorAll("thead tr:first-child > *")].flatMap((heading) => {
        const words = (heading.querySelector(".text") || heading).textContent.trim();
        return Array(heading.colSpan).fill(heading.matches(".action-checkbox-column") ? "" : words);
    });
    for (const row of table.querySelectorAll("tbody tr")) {
        [...row.cells].forEach((cell, place) => {
            if (headings[place] && !cell.matches(".original")) cell.dataset.label = headings[place];
        });
    }
}

document.addEventListener("DOMContentLoaded", () => {
    for (const table of document.querySelectorAll("#result_list, .tabular table, #change-history")) label(table);
});
