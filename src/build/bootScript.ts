/** Runs before the first paint: the reader's settings, from storage to the root element. Kept small: it stands in every page. */
export const bootScript = (): string =>
  'try{var s=JSON.parse(localStorage.getItem("peace.reading")||"{}"),d=document.documentElement.dataset;'
  + '["theme","contrast","size","spacing","motion"].forEach(function(k){/^[a-z0-9]{1,8}$/.test(s[k])&&(d[k]=s[k])})}catch(e){}'
