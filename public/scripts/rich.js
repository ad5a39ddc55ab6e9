// A text box with bold, italics and lists. The plain box stays behind it, and is all there is without this.

for (const box of document.querySelectorAll('textarea[data-rich]')) startEditor(box);
document.addEventListener('renewed', () => {
  for (const box of document.querySelectorAll('textarea[data-rich]')) startEditor(box);
});

function startEditor(box) {
  const { form, id } = box;
  const label = form.querySelector(`label[for="${id}"]`);
  const html = form.querySelector(`input[name="${box.name}_html"]`);
  const editor = document.createElement('div');
  const toolbar = document.createElement('div');

  label.id = `${id}-label`;
  label.removeAttribute('for');
  label.addEventListener('click', () => editor.focus());
  Object.assign(editor, { id, className: `${box.className} sd-editor`, contentEditable: 'true' });
  editor.setAttribute('role', 'textbox');
  editor.setAttribute('aria-multiline', 'true');
  editor.setAttribute('aria-labelledby', label.id);
  for (const name of ['aria-describedby', 'aria-invalid']) {
    if (box.hasAttribute(name)) editor.setAttribute(name, box.getAttribute(name));
  }
  box.id = `${id}-plain`;
  box.hidden = true;
  if (html.value) editor.append(...cleaned(html.value));
  else editor.innerText = box.value;

  toolbar.className = 'sd-toolbar';
  toolbar.setAttribute('role', 'toolbar');
  toolbar.setAttribute('aria-label', box.dataset.rich);
  toolbar.append(
    ...[
      ['bold', 'B', box.dataset.textBold],
      ['italic', 'I', box.dataset.textItalic],
      ['insertUnorderedList', '•', box.dataset.textList],
      ['insertOrderedList', '1.', box.dataset.textNumbers],
    ].map(([command, sign, name]) => renderButton(command, sign, name)),
  );
  box.before(toolbar, editor);
  if (box.autofocus) editor.focus();

  editor.addEventListener('input', keep);
  // Words alone: what a page is dressed in stays there. Pictures are files, and go with the others.
  editor.addEventListener('paste', (event) => {
    if (event.clipboardData.files.length > 0) return;
    event.preventDefault();
    document.execCommand('insertText', false, event.clipboardData.getData('text/plain'));
  });

  function keep() {
    const words = editor.innerText.trim();
    box.value = words;
    html.value = words === '' ? '' : editor.innerHTML;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function renderButton(command, sign, name) {
    const button = document.createElement('button');
    const shown = document.createElement('span');
    const read = document.createElement('span');
    Object.assign(button, { type: 'button', className: 'btn btn-sm btn-light', title: name });
    shown.setAttribute('aria-hidden', 'true');
    shown.textContent = sign;
    Object.assign(read, { className: 'visually-hidden', textContent: name });
    button.append(shown, read);
    // The selection stays where it is.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      editor.focus();
      document.execCommand(command);
      keep();
    });
    return button;
  }
}

// What comes back from the server was cleaned there; a page takes nothing on trust all the same.
function cleaned(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.body.querySelectorAll('*')) {
    if (!element.matches('p, div, br, b, strong, i, em, ul, ol, li'))
      element.replaceWith(...element.childNodes);
    for (const { name } of [...element.attributes]) element.removeAttribute(name);
  }
  return page.body.childNodes;
}
