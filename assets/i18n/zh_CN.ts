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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the pen, as a share of the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many connections are drawn between two layers: those with the largest weight × activation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DigitsPanel</name>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DigitsShowcase</name>
    <message>
        <source>A 3, as it is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small 7 in a corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between 4 and 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a digit: a house</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One it gets wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When does the net make up its mind?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cropping, scaling and centring bring it to where the net expects a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gap at the top that closes: where does the answer tip over?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The net cannot say “none of these”: it names a digit all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would you have known? Press again for the next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DigitsView</name>
    <message>
        <source>draw a digit here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DigitsWords</name>
    <message>
        <source>Draw a digit: the net answers while the pen moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {k} of {n} pen positions the net would say {best} ({p}); next best: {next} ({q}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The net hesitates: {best} ({p}) or {next} ({q})?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The net is {p} sure this is a {best}; next best: {next} ({q}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This test image shows a {label}, and the net is {p} sure of it; next best: {next} ({q}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This test image shows a {label}, but the net takes it for a {best} ({p}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A digit you draw becomes 784 grey values. The net multiplies them by weights, adds them up, bends the sums, and does so again, layer by layer, until ten numbers are left: one for each digit. Nobody told it what a 3 looks like. Its weights were adjusted on 60,000 examples until its answers agreed with people&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a 3 being written, and when the net makes up its mind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw something that is no digit: it answers all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at a test image that the net gets wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue is below zero, orange above. Bright maps and neurons are the ones that answer; the lines are the largest products of weight and activation. Scrub the timeline back: the same net answers the unfinished digit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawingPad</name>
    <message>
        <source>Drawing pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty. Draw a digit with the mouse, a pen or a finger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strokes on the pad: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation type="unfinished"></translation>
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
        <source>Something went wrong; everything else goes on.</source>
        <translation>有一处出了问题；其余部分照常运行。</translation>
    </message>
    <message>
        <source>{room} – NeuroViz</source>
        <translation>{room} – NeuroViz</translation>
    </message>
</context>
<context>
    <name>MindStrip</name>
    <message>
        <source>What the net thought, over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {k} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the answer changed while you drew</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetChooser</name>
    <message>
        <source>{n} weights in {k} steps from picture to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The net that answers, here and in every other room</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetView</name>
    <message>
        <source>Net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No net.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} layers, {parameters} parameters. Arrow keys ask for values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{w} × {h} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first {shown} of {n} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first {shown} of {n} maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} maps of {w} × {h}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pooled to {w} × {h}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer “{label}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input {i} of {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {i} of {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixel in row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map {i} of {n}, row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} from {n} smaller terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after pooling: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} = {w} × {a} from unit {i}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} = {w} × {a} from row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} = {w} × {a} from map {i}, row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PadTools</name>
    <message>
        <source>Eraser (or draw with the right button)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the pad</source>
        <translation type="unfinished"></translation>
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
    <name>PictureRow</name>
    <message>
        <source>ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 × 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>centred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}, column {column}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the net gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ink, cropped, scaled, centred by mass, and as grey levels.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetList</name>
    <message>
        <source>Try these</source>
        <translation>试试这些</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}: {p} percent; next {second}: {q} percent.</source>
        <translation type="unfinished"></translation>
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
        <source>Explain this room</source>
        <translation>说明这个房间</translation>
    </message>
    <message>
        <source>Copy or save the picture, save the numbers</source>
        <translation>复制或保存图片，保存数据</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the numbers behind it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NumPy files (*.npz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be saved: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {file}.</source>
        <translation type="unfinished"></translation>
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
        <source>room before, room after</source>
        <translation>上一个房间，下一个房间</translation>
    </message>
    <message>
        <source>explain this room</source>
        <translation>说明这个房间</translation>
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
        <source>Loading the test images …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging {n} test images: {k} so far …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right on {share} % of {n} test images; wrong on {wrong}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test image (never learnt from)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the test image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any test image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next one it gets wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the next test image that this net mistakes for another digit</source>
        <translation type="unfinished"></translation>
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
        <source>Full screen</source>
        <translation>全屏</translation>
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
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
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
