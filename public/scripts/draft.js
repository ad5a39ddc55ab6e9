// What is typed survives a browser that crashes: kept on this machine until it is sent, or its owner logs out. Whoever
// logs in after somebody whose session has run out finds nothing of theirs.

const DRAFTS = 'supportdesk-draft:';
const PREFIX = `${DRAFTS}${document.body.dataset.user}:`;
const LONGEST_MS = 14 * 24 * 60 * 60 * 1000;

if (document.body.dataset.user) forgetDrafts((key) => !key.startsWith(PREFIX));
for (const form of document.querySelectorAll('form[data-draft]')) startDraft(form);
forgetNotice();

document.querySelector('form[action="/supportdesk/logout"]')?.addEventListener('submit', () => {
  forgetDrafts(() => true);
});

function forgetDrafts(isMeant) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(DRAFTS) && isMeant(key)) localStorage.removeItem(key);
  }
}

function startDraft(form) {
  const key = PREFIX + form.dataset.draft;
  const fields = () => [
    ...form.querySelectorAll(
      'textarea[name], select[name], input:is([type=text], [type=radio], [type=checkbox], [type=date], [type=number])[name]',
    ),
  ];
  const sent = document.querySelector('[data-sent]');
  if (sent) {
    localStorage.removeItem(key);
    // It was typed on the page of another ticket, which this one follows.
    if (sent.dataset.sent) localStorage.removeItem(PREFIX + sent.dataset.sent);
    if (new URLSearchParams(location.search).get('notice') === 'created')
      localStorage.removeItem(`${PREFIX}new`);
  } else restore();
  form.addEventListener('sent', () => localStorage.removeItem(key));
  form.addEventListener('input', () => {
    const values = fields()
      .filter((field) => !isTicked(field) || field.checked)
      .map(({ name, value }) => [name, value]);
    const isEmpty = !fields().some((field) => isTyped(field) && field.value.trim() !== '');
    if (isEmpty) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ at: Date.now(), values }));
  });

  function restore() {
    const draft = read(key);
    const isTouched = fields().some((field) => isTyped(field) && field.value !== '');
    if (!draft || isTouched) return;
    for (const [name, value] of draft) {
      for (const field of fields()) {
        if (field.name !== name) continue;
        if (isTicked(field)) field.checked = field.value === value;
        else if (isTyped(field) || isOffered(field, value)) field.value = value;
      }
    }
    form.querySelector('[data-draft-told]')?.removeAttribute('hidden');
  }
}

function isTyped(field) {
  return !isTicked(field) && field.type !== 'select-one';
}

function isTicked({ type }) {
  return type === 'radio' || type === 'checkbox';
}

// What could be chosen when the draft was kept may be gone.
function isOffered(select, value) {
  return [...select.options].some((option) => option.value === value);
}

// A page that is opened again, say after a crash, has nothing to report.
function forgetNotice() {
  const url = new URL(location.href);
  if (!url.searchParams.has('notice')) return;
  url.searchParams.delete('notice');
  history.replaceState(null, '', url);
}

function read(key) {
  try {
    const { at, values } = JSON.parse(localStorage.getItem(key));
    return Date.now() - at < LONGEST_MS ? values : undefined;
  } catch {
    return undefined;
  }
}
