// Reads the sample anew whenever it changes. Without this script the page works by its button.
const PAUSE_MS = 250;
const PATIENCE_MS = 15_000;

const form = document.getElementById("bench");
const sample = form.elements.sample;
const state = document.getElementById("state");
const reading = document.getElementById("reading");
const bytesMax = Number(form.dataset.bytesMax);

let pause = 0;
let newest = 0;
let request = new AbortController();

/** Asks only once nothing has changed for a moment. */
function soon() {
  clearTimeout(pause);
  pause = setTimeout(read, PAUSE_MS);
}

/** An answer counts only while no newer text was asked about. */
async function read() {
  clearTimeout(pause);
  const own = ++newest;
  request.abort();
  const asked = request = new AbortController();
  const bytes = new Blob([sample.value]).size;
  if (bytes > bytesMax) return show(own, "", `The sample has ${bytes} bytes; ${bytesMax} are read at most.`);
  const patience = setTimeout(() => asked.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      headers: {"X-Requested-With": "fetch"},
      body: new URLSearchParams(new FormData(form)),
      redirect: "manual",
      signal: asked.signal,
    });
    if (answer.ok) show(own, await answer.text());
    else show(own, "", "The page was open for too long, or you are signed out. Load it again.");
  } catch {
    show(own, "", "The hub did not answer. Change the sample to try again.");
  } finally {
    clearTimeout(patience);
  }
}

function show(own, html, trouble = "") {
  if (own !== newest) return;
  const parts = new DOMParser().parseFromString(html, "text/html").body.childNodes;
  reading.replaceChildren(...parts);
  state.textContent = trouble || (reading.querySelector("[data-summary]")?.dataset.summary ?? "");
  state.classList.toggle("trouble", trouble !== "");
}

/** Older files are in Latin-1, of which no byte sequence is wrong. */
async function take(file) {
  if (!file) return;
  if (file.size > bytesMax) return show(++newest, "", `${file.name} has ${file.size} bytes; ${bytesMax} are read at most.`);
  const bytes = await file.arrayBuffer();
  try {
    sample.value = new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    sample.value = new TextDecoder("iso-8859-1").decode(bytes);
  }
  read();
}

/** From a finding to its place among the segments, and from there back. */
function follow(event) {
  const link = event.target.closest('a[href^="#"]') ?? event.target.closest(".findings li")?.querySelector("a.where[href]");
  const goal = link && document.getElementById(link.hash.slice(1));
  if (!goal) return;
  event.preventDefault();
  reading.querySelector(".shown")?.classList.remove("shown");
  goal.classList.add("shown");
  goal.tabIndex = -1;
  goal.focus({preventScroll: true});
  goal.scrollIntoView({block: "center"});
}

/** Text that is dropped is the browser's business; a file would be opened by it. */
function dragged(event) {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  form.classList.toggle("dropping", event.type === "dragover");
}

sample.addEventListener("input", soon);
form.elements.mapping.addEventListener("change", read);
form.elements.file.addEventListener("change", (event) => take(event.target.files[0]));
reading.addEventListener("click", follow);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  read();
});
for (const kind of ["dragover", "dragleave", "drop"]) form.addEventListener(kind, dragged);
form.addEventListener("drop", (event) => take(event.dataTransfer.files[0]));

form.querySelector(".file").hidden = false;
form.querySelector("button").hidden = true;
if (sample.value && !reading.querySelector(".panel")) read();
