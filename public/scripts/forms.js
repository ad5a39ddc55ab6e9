// Forms: sent once, and never at the cost of what was typed or chosen. Every page works without this.

document.addEventListener('submit', (event) => {
  const form = event.target;
  // A search may be sent again and again.
  if (form.method !== 'post') return;
  // A second click while the first is under way sends nothing.
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = 'yes';
  for (const button of buttonsOf(form)) button.classList.add('disabled');
  if (![...form.querySelectorAll('input[type=file]')].some(({ files }) => files.length > 0)) return;
  event.preventDefault();
  send(form, event.submitter?.getAttribute('formaction') ?? form.action);
});

// Ctrl+Enter, or ⌘+Enter, sends what is being typed.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  const form = event.target.closest('textarea, [contenteditable]')?.closest('form');
  const button = form?.querySelector('.btn-primary[type=submit]');
  if (!button) return;
  event.preventDefault();
  form.requestSubmit(button);
});

// Back from the next page, the form may be sent again.
addEventListener('pageshow', () => {
  for (const form of document.forms) release(form);
});

function release(form) {
  delete form.dataset.sent;
  for (const button of buttonsOf(form)) button.classList.remove('disabled');
}

// One may stand beside its form.
function buttonsOf(form) {
  return [...form.elements].filter(({ type }) => type === 'submit');
}

// By script the page stays while files are on their way, and keeps them when they do not arrive: a page that
// comes back from the server cannot.
function send(form, action) {
  const request = new XMLHttpRequest();
  const progress = document.createElement('progress');
  progress.className = 'sd-progress';
  progress.setAttribute('aria-label', form.dataset.textSending);
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    if (!progress.isConnected) form.append(progress);
    progress.max = total;
    progress.value = loaded;
  });
  request.addEventListener('loadend', () => {
    progress.remove();
    release(form);
    const next = request.getResponseHeader('location');
    if (request.status === 204 && next) {
      form.dispatchEvent(new CustomEvent('sent', { bubbles: true }));
      follow(next);
    } else if (request.status === 422) showAgain(form, request.responseText);
    else if (request.status === 401) tell(form, form.dataset.textExpired, true);
    else if (request.status === 403 && renewToken(form, request.responseText))
      tell(form, form.dataset.textAgain);
    else tell(form, wordsOf(request.responseText) || form.dataset.textFailed);
  });
  request.open('POST', action);
  request.setRequestHeader('x-supportdesk-script', '1');
  request.send(new FormData(form));
}

// An address that differs in its hash alone would not be loaded.
function follow(path) {
  const { pathname, search } = new URL(path, location.href);
  if (pathname === location.pathname && search === location.search) {
    history.replaceState(null, '', path);
    location.reload();
  } else location.assign(path);
}

// The same page with what is wrong; the files that were chosen move over.
function showAgain(form, html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const input = page.querySelector(`form[action="${form.getAttribute('action')}"] input[type=file]`);
  const chosen = form.querySelector('input[type=file]');
  if (input && chosen && !input.classList.contains('is-invalid')) {
    for (const notice of page.querySelectorAll('[data-lost-files]')) notice.remove();
    input.files = chosen.files;
  }
  document.querySelector('main').replaceWith(document.adoptNode(page.querySelector('main')));
  document.title = page.title;
  document.dispatchEvent(new Event('renewed'));
}

// The answer to a form whose token had expired is its page with a new one.
function renewToken(form, html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const selector = 'input[name=csrf_token]';
  const token = page.querySelector(`form[action="${form.getAttribute('action')}"] ${selector}`);
  if (token) form.querySelector(selector).value = token.value;
  return token !== null;
}

function tell(form, text, withLogin = false) {
  form.querySelector('[data-told]')?.remove();
  const box = document.createElement('div');
  box.className = 'sd-alert sd-alert-danger mt-3';
  box.dataset.told = 'yes';
  box.setAttribute('role', 'alert');
  box.textContent = text;
  if (withLogin) {
    const link = document.createElement('a');
    Object.assign(link, {
      href: form.dataset.loginUrl,
      target: '_blank',
      textContent: form.dataset.textLogin,
    });
    box.append(' ', link);
  }
  form.append(box);
  box.scrollIntoView({ block: 'nearest' });
}

function wordsOf(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return page.querySelector('main .sd-lead')?.textContent;
}

function start() {
  // A text box grows with its text.
  for (const box of document.querySelectorAll('textarea')) {
    const grow = () => {
      box.style.height = 'auto';
      box.style.height = `${box.scrollHeight + 2}px`;
    };
    box.addEventListener('input', grow);
    if (box.value) grow();
  }
  for (const hint of document.querySelectorAll('[data-keys]')) hint.hidden = false;
  // A screen reader and the keyboard start at what went wrong.
  document.querySelector('.sd-alert-danger[tabindex]')?.focus();
}

document.addEventListener('renewed', start);
start();
