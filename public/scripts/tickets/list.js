// The list answers at once: links and fields fetch the same address as without this, and only the list is replaced.
{
  const find = (root) => root.querySelector('[data-live-list]');
  let underWay;

  const show = async (address, { keepsHistory = false } = {}) => {
    underWay?.abort();
    underWay = new AbortController();
    const list = find(document);
    list.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(address, { signal: underWay.signal });
      const fresh = find(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      // A login, an error: the browser shows it as any other page.
      if (!answer.ok || !fresh) return location.assign(address);
      if (!keepsHistory) history.pushState({ list: true }, '', answer.url);
      replace(list, fresh);
    } catch (error) {
      if (error.name !== 'AbortError') location.assign(address);
    }
  };

  // Focus, and what is being typed, outlive the replacement.
  const replace = (list, fresh) => {
    const { id, value, selectionStart } = document.activeElement;
    const href = document.activeElement.getAttribute('href');
    const isOpen = list.querySelector('details')?.open;
    list.replaceWith(fresh);
    const details = fresh.querySelector('details');
    if (isOpen && details) details.open = true;
    const box = id && fresh.querySelector(`#${CSS.escape(id)}`);
    if (box?.type === 'search') box.value = value;
    const target = box || (href && fresh.querySelector(`a[href="${CSS.escape(href)}"]`));
    target?.focus({ preventScroll: true });
    if (box?.type === 'search') box.setSelectionRange(selectionStart, selectionStart);
  };

  const addressOf = (form) => {
    const fields = [...new FormData(form)].filter(([, value]) => value !== '');
    return `${form.action}?${new URLSearchParams(fields)}`;
  };

  const isPlainClick = (event) =>
    event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

  document.addEventListener('click', (event) => {
    const link = event.target.closest('[data-live-list] a');
    if (!link || link.matches('.stretched-link, [download]') || !isPlainClick(event)) return;
    if (!/^\/my\/tickets(\/page\/\d+)?$/.test(link.pathname)) return;
    event.preventDefault();
    show(link.href);
    if (link.closest('.sd-pagination')) scrollTo({ top: 0 });
  });

  let wait;
  document.addEventListener('input', (event) => {
    const form = event.target.closest('.sd-search');
    if (!form) return;
    clearTimeout(wait);
    wait = setTimeout(() => show(addressOf(form)), event.target.type === 'search' ? 300 : 0);
  });

  document.addEventListener('submit', (event) => {
    if (!event.target.matches('.sd-search')) return;
    event.preventDefault();
    clearTimeout(wait);
    show(addressOf(event.target));
  });

  if (find(document)) {
    addEventListener('popstate', () => find(document) && show(location.href, { keepsHistory: true }));
  }
}
