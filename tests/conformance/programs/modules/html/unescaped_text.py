import html
print(html.unescape('&lt;b&gt; caf&eacute; &#39;&#x27; &amp;amp; &rarr;&hellip; &Alpha;&omega; &quot;'))
print(ascii(html.unescape('&copy 2020 &notx &foo &ampx &#128;&#0;&#xd800;&#65 &nbsp; & &;')))
