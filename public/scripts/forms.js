// Comfort only: every page works without it.

// A second click while the first is under way sends nothing.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = 'yes';
  for (const button of form.querySelectorAll('[type=submit]')) button.classList.add('disabled');
});

// Back from the next page, the form may be sent again.
addEventListener('pageshow', () => {
  for (const form of document.forms) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('[type=submit]')) button.classList.remove('disabled');
  }
});

// A text box grows with its text.
for (const box of document.querySelectorAll('textarea')) {
  const grow = () => {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 2}px`;
  };
  box.addEventListener('input', grow);
  if (box.value) grow();
}

// A screen reader and the keyboard start at what went wrong.
document.querySelector('.sd-alert-danger[tabindex]')?.focus();
