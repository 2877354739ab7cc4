(() => {
  const leave = () => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0;background:#fff;z-index:9';
    document.documentElement.append(cover);
    document.body.remove();
    document.title = '';
    try {
      sessionStorage.clear();
      localStorage.clear();
      indexedDB.databases().then((all) => {
        for (const { name } of all) indexedDB.deleteDatabase(name);
      });
    } catch {}
    // Offline an empty page takes this one's place: nothing of it is left on screen, in memory or behind Forward.
    location.replace(navigator.onLine ? '/exit' : 'about:blank');
  };
  let downs = [];
  const onKey = ({ key, repeat }) => {
    if (repeat) return;
    const now = Date.now();
    downs = key === 'Shift' ? [...downs.filter((at) => now - at < 5000), now] : [];
    if (downs.length > 2) leave();
  };
  const onClick = (e) => {
    if (!e.target.closest('[data-exit]')) return;
    e.preventDefault();
    leave();
  };
  addEventListener('keydown', onKey, true);
  addEventListener('click', onClick, true);
})();
