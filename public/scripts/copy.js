// A link is copied by one press. Browsers allow that on https alone; elsewhere it is marked, to be copied by hand.

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-copy]');
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  await navigator.clipboard?.writeText(field.value);
  if (navigator.clipboard) button.textContent = button.dataset.textCopied;
});

for (const button of document.querySelectorAll('[data-copy]')) button.hidden = false;
