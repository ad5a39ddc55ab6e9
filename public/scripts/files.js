// Choosing files: several times over, by dropping, by pasting; each can be taken out again.

function start() {
  for (const box of document.querySelectorAll('[data-files]')) {
    if (!box.dataset.started) startBox(box);
  }
}

function startBox(box) {
  box.dataset.started = 'yes';
  const input = box.querySelector('input[type=file]');
  const form = box.closest('form');
  const list = document.createElement('ul');
  const status = document.createElement('p');
  list.className = 'sd-file-list';
  status.className = 'invalid-feedback d-block';
  status.setAttribute('aria-live', 'assertive');
  box.append(list, status);
  box.classList.add('sd-drop');
  box.querySelector('[data-drop-help]').hidden = false;
  let chosen = [];

  // A second choice adds to the first, which a browser alone would replace.
  input.addEventListener('change', () => add([...input.files]));
  form.addEventListener('paste', (event) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    add([...event.clipboardData.files].map(withOwnName));
  });
  form.addEventListener('dragover', (event) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    box.classList.add('sd-over');
  });
  form.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!form.contains(relatedTarget)) box.classList.remove('sd-over');
  });
  form.addEventListener('drop', (event) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    box.classList.remove('sd-over');
    add([...event.dataTransfer.files]);
  });
  if (input.files.length > 0) add([...input.files]);

  function add(files) {
    const { maxCount, maxBytes, maxTotal, textCount, textSize } = box.dataset;
    const wanted = [...chosen, ...files.filter((file) => !chosen.some((other) => isSame(file, other)))];
    const total = wanted.reduce((sum, { size }) => sum + size, 0);
    const isTooLarge = total > Number(maxTotal) || wanted.some(({ size }) => size > Number(maxBytes));
    const fault = wanted.length > Number(maxCount) ? textCount : isTooLarge ? textSize : '';
    if (!fault) chosen = wanted;
    show(fault);
  }

  function show(fault) {
    const transfer = new DataTransfer();
    for (const file of chosen) transfer.items.add(file);
    input.files = transfer.files;
    status.textContent = fault;
    list.replaceChildren(...chosen.map(renderFile));
  }

  function renderFile(file) {
    const item = document.createElement('li');
    const name = document.createElement('span');
    const remove = document.createElement('button');
    item.className = 'sd-file';
    name.className = 'sd-file-name';
    name.textContent = file.name;
    remove.type = 'button';
    remove.className = 'btn btn-sm btn-light';
    remove.textContent = '×';
    remove.setAttribute('aria-label', `${box.dataset.textRemove}: ${file.name}`);
    remove.addEventListener('click', () => {
      chosen = chosen.filter((other) => other !== file);
      show('');
      input.focus();
    });
    item.append(name, remove);
    return item;
  }
}

const isSame = (file, other) =>
  file.name === other.name && file.size === other.size && file.lastModified === other.lastModified;

// Every pasted picture is called the same.
function withOwnName(file, index) {
  if (file.name !== 'image.png') return file;
  const time = new Date().toISOString().slice(11, 19).replaceAll(':', '');
  const name = `screenshot-${time}${index > 0 ? `-${index}` : ''}.png`;
  return new File([file], name, { type: file.type, lastModified: Date.now() });
}

document.addEventListener('renewed', start);
start();
