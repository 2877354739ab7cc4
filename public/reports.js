// Makes a form that already works nicer: pages change without reloading, back and forward keep what was typed, the
// phone's position and a map fill the fields of their choices. Nothing here is needed, and nothing is stored.
(() => {
  document.documentElement.dataset.script = '';
  const pages = [];
  let at = 0;
  let busy = false;

  // A page that the browser's own Back brings up again knows nothing of the answers that came after it: it takes them along.
  let newest;
  const sealedOf = (node) => node.querySelector('[name=sealed]');
  const root = () => document.querySelector('.reporter');
  const keep = () => {
    const { title, documentElement } = document;
    pages[at] = { node: root(), title, lang: documentElement.lang, dir: documentElement.dir, y: scrollY };
  };
  const put = ({ node, title, lang, dir }) => {
    root().replaceWith(node);
    document.title = title;
    Object.assign(document.documentElement, { lang, dir });
  };
  history.replaceState({ page: 0 }, '', location.pathname);

  addEventListener('popstate', ({ state }) => {
    const to = state?.page;
    if (to === undefined || !pages[to] || to === at) return;
    keep();
    at = to;
    put(pages[at]);
    const sealed = sealedOf(root());
    if (sealed && newest) sealed.value = newest;
    scrollTo(0, pages[at].y);
  });

  const open = (html) => {
    const next = new DOMParser().parseFromString(html, 'text/html');
    const node = next.querySelector('.reporter');
    if (!node) return false;
    keep();
    newest = sealedOf(node)?.value ?? newest;
    at += 1;
    pages.length = at;
    const { lang, dir } = next.documentElement;
    pages[at] = { node: document.adoptNode(node), title: next.title, lang, dir, y: 0 };
    put(pages[at]);
    history.pushState({ page: at }, '', location.pathname);
    scrollTo(0, 0);
    const heading = node.querySelector('.error-summary') ?? node.querySelector('main h1');
    if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    heading?.focus({ preventScroll: true });
    return true;
  };

  addEventListener('submit', async (event) => {
    const form = event.target;
    if (form.id !== 'answers') return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    const button = event.submitter;
    const action = button?.getAttribute('formaction') ?? form.getAttribute('action');
    form.setAttribute('aria-busy', 'true');
    try {
      const answers = new FormData(form, button);
      const withFiles = form.enctype === 'multipart/form-data';
      const body = withFiles ? await smaller(answers) : new URLSearchParams(answers);
      const answer = await fetch(action, { method: 'POST', body, redirect: 'error' });
      if (!open(await answer.text())) throw new Error(String(answer.status));
      history.replaceState(history.state, '', action);
    } catch {
      tell(form, form.dataset.offline);
    } finally {
      busy = false;
      form.removeAttribute('aria-busy');
    }
  });

  const tell = (form, words) => {
    let notice = form.querySelector('.offline');
    if (!notice) {
      notice = document.createElement('p');
      notice.className = 'offline notice notice-warning';
      notice.setAttribute('role', 'alert');
      const end = form.querySelector('.question-end');
      if (end) end.before(notice);
      else form.append(notice);
    }
    notice.textContent = words;
    notice.scrollIntoView({ block: 'nearest' });
  };
  addEventListener('online', () => {
    const notice = document.querySelector('.offline');
    if (notice) notice.textContent = notice.closest('form').dataset.online;
  });

  // Phones without a position, or readers who refuse it, keep every other way.
  const locate = (button) => {
    const box = button.closest('.script-only');
    const found = box.querySelector('.found');
    const set = (name, value) => {
      box.querySelector(`[data-gets=${name}]`).value = value;
    };
    found.textContent = button.dataset.wait;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        set('gpsLat', coords.latitude.toFixed(5));
        set('gpsLng', coords.longitude.toFixed(5));
        set('gpsAccuracy', Math.ceil(coords.accuracy));
        const here = `${coords.latitude.toFixed(5)}, ${coords.longitude.toFixed(5)}`;
        found.textContent = `${button.dataset.found} ${here} (± ${Math.ceil(coords.accuracy)} m)`;
      },
      () => {
        found.textContent = button.dataset.failed;
      },
      { enableHighAccuracy: true, timeout: 20000, maximumAge: 0 },
    );
  };

  const load = (tag, attributes) =>
    new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement(tag), attributes);
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });

  const withPhotos = () => globalThis.smallerPhotos ?? load('script', { src: '/photos.js' });
  // What the chosen photos cost to send, once shrunk.
  const weigh = async ({ files }) => {
    const told = document.querySelector('[data-photo-cost]');
    told.textContent = '';
    if (files.length === 0) return;
    await withPhotos();
    const bytes = await globalThis.weighPhotos(files);
    const { kilobyte, megabyte, mark } = JSON.parse(told.dataset.units);
    const size =
      bytes < 1e6
        ? `${Math.ceil(bytes / 1e3)} ${kilobyte}`
        : `${(bytes / 1e6).toFixed(1).replace('.', mark)} ${megabyte}`;
    told.textContent = told.dataset.photoCost.replace('{size}', size);
  };

  // Photos are shrunk before they are sent; where that fails they go as they are.
  const smaller = async (answers) => {
    try {
      await withPhotos();
      return await globalThis.smallerPhotos(answers);
    } catch {
      return answers;
    }
  };

  const openMap = async (button) => {
    if (button.dataset.open !== undefined) return;
    button.dataset.open = '';
    try {
      await Promise.all([
        globalThis.L ?? load('link', { rel: 'stylesheet', href: '/leaflet/leaflet.css' }),
        globalThis.L ?? load('script', { src: '/leaflet/leaflet.js' }),
        globalThis.placeMap ?? load('script', { src: '/place-map.js' }),
      ]);
      globalThis.placeMap(button.closest('.script-only, .script-part'), button);
    } catch {
      delete button.dataset.open;
      tell(button.form, button.form.dataset.offline);
    }
  };

  addEventListener('click', ({ target }) => {
    const gps = target.closest?.('[data-gps]');
    if (gps) locate(gps);
    const map = target.closest?.('[data-map]');
    if (map) openMap(map);
  });
  addEventListener('change', ({ target }) => {
    if (target.type === 'file') weigh(target).catch(() => {});
    if (target.name.endsWith('where') && target.value === 'gps' && target.checked) {
      const button = target.closest('.choice').querySelector('[data-gps]');
      if (button && !button.closest('.script-only').querySelector('[data-gets=gpsLat]').value) locate(button);
    }
  });
})();
