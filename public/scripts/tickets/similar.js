// While a subject is typed: tickets of one's own that sound alike.

const WAIT_MS = 500;

const input = document.querySelector('[data-similar]');
const box = input && document.querySelector('#similar');
let timer;
let asked = '';

input?.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(ask, WAIT_MS);
});

async function ask() {
  const subject = input.value.trim();
  if (subject === asked) return;
  asked = subject;
  if (subject.length < 4) return box.replaceChildren();
  try {
    const query = new URLSearchParams({ subject });
    const answer = await fetch(`${input.dataset.similar}?${query}`, { redirect: 'manual' });
    if (!answer.ok || asked !== subject) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    box.replaceChildren(...page.body.childNodes);
  } catch {
    // A hint that does not come is not missed.
    box.replaceChildren();
  }
}
