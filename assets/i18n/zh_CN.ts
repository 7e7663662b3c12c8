<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutSheet</name>
    <message>
        <source>About NeuroViz</source>
        <translation>关于 NeuroViz</translation>
    </message>
    <message>
        <source>A laboratory in which the ideas behind ChatGPT can be touched. All you see is computed live.</source>
        <translation>一间可以亲手触摸 ChatGPT 背后思想的实验室。你看到的一切都是实时计算出来的。</translation>
    </message>
    <message>
        <source>NeuroViz is free under the MIT licence. It stands on &lt;a href=&quot;https://www.qt.io/licensing&quot;&gt;Qt and PySide6&lt;/a&gt; (LGPL v3), &lt;a href=&quot;https://numpy.org/doc/stable/license.html&quot;&gt;NumPy&lt;/a&gt; (BSD) and &lt;a href=&quot;https://www.python.org/psf/license&quot;&gt;Python&lt;/a&gt; (PSF licence). The digits are MNIST, by Yann LeCun, Corinna Cortes and Christopher Burges.</source>
        <translation>NeuroViz 以 MIT 许可证自由发布。它建立在 &lt;a href=&quot;https://www.qt.io/licensing&quot;&gt;Qt 与 PySide6&lt;/a&gt;（LGPL v3）、&lt;a href=&quot;https://numpy.org/doc/stable/license.html&quot;&gt;NumPy&lt;/a&gt;（BSD）和 &lt;a href=&quot;https://www.python.org/psf/license&quot;&gt;Python&lt;/a&gt;（PSF 许可证）之上。数字图片来自 MNIST，由 Yann LeCun、Corinna Cortes 和 Christopher Burges 制作。</translation>
    </message>
</context>
<context>
    <name>Chapters</name>
    <message>
        <source>One token at a time</source>
        <translation>一次添加一个词</translation>
    </message>
    <message>
        <source>What is a model</source>
        <translation>什么是模型</translation>
    </message>
    <message>
        <source>Neural nets</source>
        <translation>神经网络</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>机器学习和神经网络的训练</translation>
    </message>
    <message>
        <source>The art of training</source>
        <translation>神经网络训练的艺术</translation>
    </message>
    <message>
        <source>Can a large enough net do everything?</source>
        <translation>足够大的神经网络无所不能吗？</translation>
    </message>
</context>
<context>
    <name>DigitsConfig</name>
    <message>
        <source>Pen width</source>
        <translation>笔画粗细</translation>
    </message>
    <message>
        <source>Width of the pen, as a share of the pad</source>
        <translation>笔的粗细，以画板边长的百分比计</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连线数量</translation>
    </message>
    <message>
        <source>How many connections are drawn between two layers: those with the largest weight × activation</source>
        <translation>两层之间画出多少条连线：只画“权重 × 激活值”最大的那些</translation>
    </message>
</context>
<context>
    <name>DigitsPanel</name>
    <message>
        <source>Digits</source>
        <translation>手写数字</translation>
    </message>
</context>
<context>
    <name>DigitsShowcase</name>
    <message>
        <source>A 3, as it is written</source>
        <translation>一笔一笔写出 3</translation>
    </message>
    <message>
        <source>A small 7 in a corner</source>
        <translation>角落里的小 7</translation>
    </message>
    <message>
        <source>A 4 that becomes a 9</source>
        <translation>4 变成 9</translation>
    </message>
    <message>
        <source>Not a digit: a house</source>
        <translation>不是数字：一座房子</translation>
    </message>
    <message>
        <source>One it gets wrong</source>
        <translation>网络认错的一张</translation>
    </message>
    <message>
        <source>When does the net make up its mind?</source>
        <translation>网络是在什么时候下定决心的？</translation>
    </message>
    <message>
        <source>Cropping, scaling and centring bring it to where the net expects a digit</source>
        <translation>裁剪、缩放、居中之后，它就到了网络习惯看到数字的位置</translation>
    </message>
    <message>
        <source>A gap at the top that closes: where does the answer tip over?</source>
        <translation>顶上的缺口渐渐合拢：回答在哪里翻转？</translation>
    </message>
    <message>
        <source>The net cannot say “none of these”: it names a digit all the same</source>
        <translation>网络不会说“都不是”：它总要说出一个数字</translation>
    </message>
    <message>
        <source>Would you have known? Press again for the next</source>
        <translation>换作你，认得出来吗？再按一次看下一张</translation>
    </message>
</context>
<context>
    <name>DigitsView</name>
    <message>
        <source>draw a digit here</source>
        <translation>在这里写一个数字</translation>
    </message>
</context>
<context>
    <name>DigitsWords</name>
    <message>
        <source>Draw a digit: the net answers while the pen moves.</source>
        <translation>写一个数字吧：笔还在动，网络就已经在回答了。</translation>
    </message>
    <message>
        <source>The net hesitates: {best} ({p}) or {next} ({q})?</source>
        <translation>网络拿不定主意：是 {best}（{p}）还是 {next}（{q}）？</translation>
    </message>
    <message>
        <source>The net is {p} sure this is a {best}; next best: {next} ({q}).</source>
        <translation>网络认为这是 {best}，把握 {p}；其次是 {next}（{q}）。</translation>
    </message>
    <message>
        <source>After {k} of {n} pen points: {best} ({p}); next best: {next} ({q}).</source>
        <translation>写到第 {k}/{n} 个笔点：{best}（{p}）；其次是 {next}（{q}）。</translation>
    </message>
    <message>
        <source>A test image of a {label}, and the net is {p} sure of it; next best: {next} ({q}).</source>
        <translation>测试图片，是 {label}：网络认对了，把握 {p}；其次是 {next}（{q}）。</translation>
    </message>
    <message>
        <source>A test image of a {label}, but the net takes it for a {best} ({p}).</source>
        <translation>测试图片，是 {label}：网络却把它认成了 {best}（{p}）。</translation>
    </message>
    <message>
        <source>A digit you draw becomes 784 grey values. The net multiplies them by weights, adds them up, bends the sums, and does so again, layer by layer, until ten numbers are left: one for each digit. Nobody told it what a 3 looks like. Its weights were adjusted on 60,000 examples until its answers agreed with people&apos;s.</source>
        <translation>你写的数字先变成 784 个灰度值。网络把它们乘以权重、加起来、再把和“折弯”，一层接一层，直到只剩十个数：每个数字一个。没有人告诉它 3 长什么样：它的权重是在 60,000 个样例上一点点调整出来的，直到它的回答与人一致。</translation>
    </message>
    <message>
        <source>Watch a 3 being written, and when the net makes up its mind</source>
        <translation>看一个 3 怎样写成，网络又在何时下定决心</translation>
    </message>
    <message>
        <source>Draw something that is no digit: it answers all the same</source>
        <translation>画一个不是数字的东西：它照样会回答</translation>
    </message>
    <message>
        <source>Look at a test image that the net gets wrong</source>
        <translation>看一张网络认错的测试图片</translation>
    </message>
    <message>
        <source>Blue is below zero, orange above. Strongly coloured maps and neurons are the ones that answer; the lines are the largest products of weight and activation. Scrub the timeline back: the same net answers the unfinished digit.</source>
        <translation>蓝色表示小于零，橙色表示大于零。颜色越深的特征图和神经元，反应越强；连线是权重与激活值乘积最大的那些。把时间轴往回拖：同一个网络会对没写完的数字作出回答。</translation>
    </message>
</context>
<context>
    <name>DrawingPad</name>
    <message>
        <source>Drawing pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Empty. Draw a digit with the mouse, a pen or a finger.</source>
        <translation>画板是空的。用鼠标、笔或手指写一个数字。</translation>
    </message>
    <message>
        <source>Strokes on the pad: {count}.</source>
        <translation>画板上有 {count} 笔。</translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation>在这里写一个数字</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>The idea</source>
        <translation>核心思想</translation>
    </message>
    <message>
        <source>Try this</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>What to notice</source>
        <translation>留意什么</translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation>关闭说明</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>文件名：</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>类型：</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>drawing</source>
        <translation>绘图</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>What was drawn last time could not be read. It is kept as {name}.</source>
        <translation>上次的绘图无法读取，已保留为 {name}。</translation>
    </message>
</context>
<context>
    <name>KnobForm</name>
    <message>
        <source>Changing this starts anew.</source>
        <translation>更改后将重新开始。</translation>
    </message>
    <message>
        <source>Double-click to reset.</source>
        <translation>双击恢复默认值。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>LogSheet</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The picture alone. Esc brings the controls back.</source>
        <translation>只显示画面。按 Esc 恢复控件。</translation>
    </message>
    <message>
        <source>Safe mode: the usual settings, and nothing is kept.</source>
        <translation>安全模式：使用默认设置，本次不保存任何内容。</translation>
    </message>
    <message>
        <source>Something went wrong; everything else goes on.</source>
        <translation>有一处出了问题；其余部分照常运行。</translation>
    </message>
    <message>
        <source>{room} – NeuroViz</source>
        <translation>{room} – NeuroViz</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard.</source>
        <translation>诊断信息已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>MindStrip</name>
    <message>
        <source>What the net thought, over time</source>
        <translation>网络的想法如何随时间变化</translation>
    </message>
    <message>
        <source>After {k} points</source>
        <translation>写到第 {k} 个笔点</translation>
    </message>
    <message>
        <source>How the answer changed while you drew</source>
        <translation>你写的时候，回答是怎样变化的</translation>
    </message>
</context>
<context>
    <name>NetChooser</name>
    <message>
        <source>{n} weights in {k} steps from picture to answer</source>
        <translation>{n} 个权重，从图片到回答共 {k} 步</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The net that answers, here and in every other room</source>
        <translation>负责回答的网络，在这里和其他房间都用它</translation>
    </message>
</context>
<context>
    <name>NetView</name>
    <message>
        <source>Net</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>No net.</source>
        <translation>没有网络。</translation>
    </message>
    <message>
        <source>{n} layers, {parameters} parameters. Arrow keys ask for values.</source>
        <translation>{n} 层，{parameters} 个参数。用方向键查看数值。</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>{w} × {h} pixels</source>
        <translation>{w} × {h} 像素</translation>
    </message>
    <message>
        <source>first {shown} of {n} units</source>
        <translation>{n} 个神经元中的前 {shown} 个</translation>
    </message>
    <message>
        <source>{n} units</source>
        <translation>{n} 个神经元</translation>
    </message>
    <message>
        <source>first {shown} of {n} maps</source>
        <translation>{n} 张特征图中的前 {shown} 张</translation>
    </message>
    <message>
        <source>{n} maps of {w} × {h}</source>
        <translation>{n} 张 {w} × {h} 特征图</translation>
    </message>
    <message>
        <source>pooled to {w} × {h}</source>
        <translation>池化到 {w} × {h}</translation>
    </message>
    <message>
        <source>conv</source>
        <comment>short for convolution</comment>
        <translation>卷积</translation>
    </message>
    <message>
        <source>{n} maps</source>
        <translation>{n} 张图</translation>
    </message>
    <message>
        <source>answer “{label}”</source>
        <translation>回答“{label}”</translation>
    </message>
    <message>
        <source>input {i} of {n}</source>
        <translation>第 {i} 个输入（共 {n} 个）</translation>
    </message>
    <message>
        <source>unit {i} of {n}</source>
        <translation>第 {i} 个神经元（共 {n} 个）</translation>
    </message>
    <message>
        <source>pixel in row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列的像素</translation>
    </message>
    <message>
        <source>map {i} of {n}, row {row}, column {column}</source>
        <translation>第 {i} 张特征图（共 {n} 张），第 {row} 行第 {column} 列</translation>
    </message>
    <message>
        <source>{value} from {n} smaller terms</source>
        <translation>{value}：其余 {n} 个较小的项</translation>
    </message>
    <message>
        <source>{value} bias</source>
        <translation>{value}：偏置</translation>
    </message>
    <message>
        <source>after pooling: {value}</source>
        <translation>池化之后：{value}</translation>
    </message>
    <message>
        <source>{value} = {w} × {a} from unit {i}</source>
        <translation>{value} = {w} × {a}（第 {i} 个神经元）</translation>
    </message>
    <message>
        <source>{value} = {w} × {a} from row {row}, column {column}</source>
        <translation>{value} = {w} × {a}（第 {row} 行第 {column} 列）</translation>
    </message>
    <message>
        <source>{value} = {w} × {a} from map {i}, row {row}, column {column}</source>
        <translation>{value} = {w} × {a}（第 {i} 张图，第 {row} 行第 {column} 列）</translation>
    </message>
</context>
<context>
    <name>PadTools</name>
    <message>
        <source>Eraser (or draw with the right button)</source>
        <translation>橡皮（或用右键画）</translation>
    </message>
    <message>
        <source>Clear the pad</source>
        <translation>清空画板</translation>
    </message>
</context>
<context>
    <name>Painted</name>
    <message>
        <source>This picture could not be drawn.</source>
        <translation>这幅图未能画出。</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>That is not possible here; nothing was changed.</source>
        <translation>这在这里行不通；什么都没有改变。</translation>
    </message>
</context>
<context>
    <name>PictureRow</name>
    <message>
        <source>ink</source>
        <translation>墨迹</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>20 × 20</source>
        <translation>20 × 20</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>A test image comes prepared: the net gets it as it is.</source>
        <translation>测试图片本来就处理好了：网络收到的就是它。</translation>
    </message>
    <message>
        <source>row {row}, column {column}: {value}</source>
        <translation>第 {row} 行第 {column} 列：{value}</translation>
    </message>
    <message>
        <source>What the net gets</source>
        <translation>网络真正收到的</translation>
    </message>
    <message>
        <source>The ink, cropped, scaled, centred by mass, and as grey levels.</source>
        <translation>墨迹经过裁剪、缩放、按重心居中，变成灰度值。</translation>
    </message>
</context>
<context>
    <name>PictureSheet</name>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>With the sentence below</source>
        <translation>下方附上说明句</translation>
    </message>
    <message>
        <source>PNG: pixels, for slides. SVG: lines, sharp at any size, for print.</source>
        <translation>PNG：像素图，适合幻灯片。SVG：矢量图，放多大都清晰，适合印刷。</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Lines and words stay sharp at any size; what is made of pixels is embedded.</source>
        <translation>线条和文字放多大都清晰；像素部分嵌入其中。</translation>
    </message>
    <message>
        <source>{width} × {height} pixels, painted anew at this size</source>
        <translation>{width} × {height} 像素，按此尺寸重新绘制</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>这张图片</translation>
    </message>
</context>
<context>
    <name>PresetList</name>
    <message>
        <source>Try these</source>
        <translation>试试这些</translation>
    </message>
    <message>
        <source>Back to “{preset}”, as it was</source>
        <translation>回到“{preset}”的样子</translation>
    </message>
    <message>
        <source>All knobs as usual</source>
        <translation>所有旋钮恢复默认值</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>No answer.</source>
        <translation>没有回答。</translation>
    </message>
    <message>
        <source>{first}: {p} percent; next {second}: {q} percent.</source>
        <translation>{first}：百分之 {p}；其次 {second}：百分之 {q}。</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>This needs more memory than the computer has free. Try something smaller.</source>
        <translation>所需内存超过了电脑的可用内存。请换小一点的试试。</translation>
    </message>
    <message>
        <source>Something in this room went wrong. The other rooms go on; you can try again here.</source>
        <translation>这个房间出了问题。其他房间照常运行；你可以在这里重试。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>复制日志</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>{file} is damaged or cut off. If it was downloaded, try to fetch it again.</source>
        <translation>{file} 已损坏或不完整。如果是下载的，请重新下载。</translation>
    </message>
    <message>
        <source>{file} is not there any more, or its folder is not.</source>
        <translation>{file} 或它所在的文件夹已经不在了。</translation>
    </message>
    <message>
        <source>{file} is a folder or a device, not a file.</source>
        <translation>{file} 是文件夹或设备，不是文件。</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} 是空的。</translation>
    </message>
    <message>
        <source>{file} may not be read. Check its permissions.</source>
        <translation>没有读取 {file} 的权限，请检查它的权限设置。</translation>
    </message>
    <message>
        <source>{file} could not be saved: {detail}. Choose another folder, or free some space.</source>
        <translation>{file} 无法保存：{detail}。请换一个文件夹，或腾出一些空间。</translation>
    </message>
    <message>
        <source>{file} is too large: {size}, where at most {limit} will do.</source>
        <translation>{file} 太大了：{size}，最多只能是 {limit}。</translation>
    </message>
    <message>
        <source>{file} does not hold what a saved net holds.</source>
        <translation>{file} 里没有保存的网络应有的内容。</translation>
    </message>
    <message>
        <source>{file} holds numbers of a kind that is not used here ({type}). Save it as 32-bit floats.</source>
        <translation>{file} 里的数是这里不用的类型（{type}）。请存成 32 位浮点数。</translation>
    </message>
    <message>
        <source>{file} is no saved net: it has no part called {name}.</source>
        <translation>{file} 不是保存的网络：缺少名为 {name} 的部分。</translation>
    </message>
    <message>
        <source>{file} was saved by a newer NeuroViz. Nothing was opened; a newer version can read it.</source>
        <translation>{file} 由更新版本的 NeuroViz 保存。没有打开任何内容；请用新版本读取。</translation>
    </message>
    <message>
        <source>{file} holds weights that are not numbers: its training went astray before it was saved.</source>
        <translation>{file} 里有些权重不是数：保存之前训练就已经出了问题。</translation>
    </message>
    <message>
        <source>{file} holds no trained net that can be read: NeuroViz is incomplete. Fetch it again.</source>
        <translation>{file} 里没有可读的已训练网络：NeuroViz 不完整，请重新获取。</translation>
    </message>
    <message>
        <source>{file} does not fit together: its layers need {expected} weights, and it holds {found}.</source>
        <translation>{file} 前后不符：它的各层需要 {expected} 个权重，里面却有 {found} 个。</translation>
    </message>
    <message>
        <source>{file} describes layers that NeuroViz does not know or cannot join.</source>
        <translation>{file} 描述的层 NeuroViz 不认识，或无法连接起来。</translation>
    </message>
    <message>
        <source>{file} would take {size} bytes of memory, where at most {limit} will do. Choose a smaller width.</source>
        <translation>{file}需要 {size} 字节内存，上限是 {limit}。请选小一些的宽度。</translation>
    </message>
    <message>
        <source>{file} would hold {size} numbers, where at most {limit} will do as CSV. Save it as NPZ.</source>
        <translation>{file} 将包含 {size} 个数，而 CSV 最多 {limit} 个。请保存为 NPZ。</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Show titles</source>
        <translation>显示标题</translation>
    </message>
    <message>
        <source>Icons only</source>
        <translation>只显示图标</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>深色或浅色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
</context>
<context>
    <name>RoomFrame</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo: {act}</source>
        <translation>撤销：{act}</translation>
    </message>
    <message>
        <source>Redo: {act}</source>
        <translation>重做：{act}</translation>
    </message>
    <message>
        <source>Explain this room</source>
        <translation>说明这个房间</translation>
    </message>
    <message>
        <source>Copy or save the picture, save the numbers</source>
        <translation>复制或保存图片，保存数据</translation>
    </message>
    <message>
        <source>Knobs and presets</source>
        <translation>旋钮与预设</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings could not be read, so the usual ones are used this time.</source>
        <translation>无法读取设置，这次使用默认设置。</translation>
    </message>
    <message>
        <source>The settings belong to a newer NeuroViz. They are left as they are; the usual ones are used this time.</source>
        <translation>设置文件来自更新版本的 NeuroViz，已原样保留；这次使用默认设置。</translation>
    </message>
    <message>
        <source>The settings file was damaged. It is kept as {name}, and the usual settings are used.</source>
        <translation>设置文件已损坏，现保留为 {name}，并使用默认设置。</translation>
    </message>
</context>
<context>
    <name>ShareMenu</name>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Save the numbers behind it…</source>
        <translation>保存图片背后的数据…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>这张图片</translation>
    </message>
    <message>
        <source>The picture is on the clipboard: {width} × {height} pixels.</source>
        <translation>图片已复制到剪贴板：{width} × {height} 像素。</translation>
    </message>
    <message>
        <source>There are no numbers to save yet.</source>
        <translation>现在还没有可保存的数据。</translation>
    </message>
    <message>
        <source>Tables (*.csv *.zip)</source>
        <translation>表格 (*.csv *.zip)</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>保存数据</translation>
    </message>
    <message>
        <source>NumPy files (*.npz)</source>
        <translation>NumPy 文件 (*.npz)</translation>
    </message>
    <message>
        <source>Drawings of lines (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Saved {file}.</source>
        <translation>已保存 {file}。</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>one step back, one step on</source>
        <translation>后退一步，前进一步</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>presets of the room</source>
        <translation>房间的预设</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>clear a drawing pad</source>
        <translation>清空画板</translation>
    </message>
    <message>
        <source>room before, room after</source>
        <translation>上一个房间，下一个房间</translation>
    </message>
    <message>
        <source>next page of the room, page before</source>
        <translation>房间的下一页、上一页</translation>
    </message>
    <message>
        <source>explain this room</source>
        <translation>说明这个房间</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Drawing pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Picture and numbers</source>
        <translation>图片与数据</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>back to the preset, knobs included</source>
        <translation>回到预设，连同旋钮</translation>
    </message>
    <message>
        <source>undo and redo: strokes, knobs, presets</source>
        <translation>撤销与重做：笔画、旋钮、预设</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Shift+方向键</translation>
    </message>
    <message>
        <source>move the drawing</source>
        <translation>移动绘图</translation>
    </message>
    <message>
        <source>copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>save the numbers behind it</source>
        <translation>保存背后的数据</translation>
    </message>
    <message>
        <source>next part of the window, part before</source>
        <translation>窗口的下一部分、上一部分</translation>
    </message>
    <message>
        <source>Tab  Shift+Tab</source>
        <translation>Tab  Shift+Tab</translation>
    </message>
    <message>
        <source>next control, control before</source>
        <translation>下一个控件、上一个控件</translation>
    </message>
    <message>
        <source>the picture alone, and back</source>
        <translation>只看画面，再按恢复</translation>
    </message>
    <message>
        <source>two rooms side by side</source>
        <translation>两个房间并排</translation>
    </message>
    <message>
        <source>this room in a window of its own</source>
        <translation>在单独窗口中打开本房间</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>full screen, and back</source>
        <translation>全屏，以及退出全屏</translation>
    </message>
    <message>
        <source>text larger, smaller, as usual</source>
        <translation>文字放大、缩小、恢复默认</translation>
    </message>
    <message>
        <source>this sheet</source>
        <translation>本页</translation>
    </message>
</context>
<context>
    <name>TestImages</name>
    <message>
        <source>The test images cannot be read; the log tells why.</source>
        <translation>无法读取测试图片；原因见日志。</translation>
    </message>
    <message>
        <source>Loading the test images …</source>
        <translation>正在读取测试图片…</translation>
    </message>
    <message>
        <source>Judging {n} test images: {k} so far …</source>
        <translation>正在判断 {n} 张测试图片：已完成 {k} 张…</translation>
    </message>
    <message>
        <source>Right on {share} % of {n} test images; wrong on {wrong}.</source>
        <translation>{n} 张测试图片中认对 {share}%，认错 {wrong} 张。</translation>
    </message>
    <message>
        <source>Test image</source>
        <translation>测试图片</translation>
    </message>
    <message>
        <source>Number of the test image</source>
        <translation>测试图片的编号</translation>
    </message>
    <message>
        <source>One of 10,000 images that no net here has learnt from, by its number</source>
        <translation>10,000 张测试图片之一，按编号选取；这里的网络都没有学过它们</translation>
    </message>
    <message>
        <source>Any test image</source>
        <translation>随便一张测试图片</translation>
    </message>
    <message>
        <source>Next one it gets wrong</source>
        <translation>下一张认错的</translation>
    </message>
    <message>
        <source>Shows the next test image that this net mistakes for another digit</source>
        <translation>显示这个网络认错的下一张测试图片</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Show log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Restart</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Drag to see any moment</source>
        <translation>拖动可查看任一时刻</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>{speed} steps/s</source>
        <translation>{speed} 步/秒</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
</context>
<context>
    <name>WindowMenu</name>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>High contrast, for a pale projector</source>
        <translation>高对比度（适合投影偏淡时）</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Picture only</source>
        <translation>仅画面</translation>
    </message>
    <message>
        <source>Two rooms side by side</source>
        <translation>两个房间并排</translation>
    </message>
    <message>
        <source>This room in a window of its own</source>
        <translation>在单独窗口中打开本房间</translation>
    </message>
    <message>
        <source>Explain this room</source>
        <translation>说明这个房间</translation>
    </message>
    <message>
        <source>Next room</source>
        <translation>下一个房间</translation>
    </message>
    <message>
        <source>Previous room</source>
        <translation>上一个房间</translation>
    </message>
    <message>
        <source>Next page of the room</source>
        <translation>房间的下一页</translation>
    </message>
    <message>
        <source>Previous page of the room</source>
        <translation>房间的上一页</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>About NeuroViz</source>
        <translation>关于 NeuroViz</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>默认文字大小</translation>
    </message>
</context>
</TS>
