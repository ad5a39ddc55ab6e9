// A picture that no browser can show, cut short or none at all, stands there as the file that it is.

document.addEventListener('error', ({ target }) => showAsFile(target), true);

for (const picture of document.querySelectorAll('.sd-picture > img')) {
  if (picture.complete && picture.naturalWidth === 0) showAsFile(picture);
}

function showAsFile(picture) {
  const item = picture.parentElement?.matches('.sd-picture') && picture.closest('li');
  if (!item) return;
  item.classList.add('sd-no-picture');
  const link = item.querySelector('.sd-picture-link');
  link.removeAttribute('target');
  link.download = '';
}
